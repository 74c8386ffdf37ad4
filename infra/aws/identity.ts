import { Aws, Duration, Fn, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolClient,
  CfnUserPoolGroup,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  UserPool,
} from 'aws-cdk-lib/aws-cognito';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { programsRedirectUri } from '../programs-redirect.ts';
import type { StageConfig } from './config.ts';

/** Days for which an invitation can be accepted. */
const invitationDays = 7;

const noThreatProtection =
  'The Plus plan costs 0.02 USD a person and month. Accounts are few, made by invitation, and need a second factor.';

/**
 * The mail to somebody who was given an account. Letters beyond ASCII as entities: CloudFormation turns them into
 * question marks.
 */
const invitation = (origin: string) => ({
  emailSubject: 'Thuoc Do: tai khoan / your account',
  emailBody: [
    'K&iacute;nh g&#7917;i &#273;&#7891;ng ch&iacute;,',
    `T&agrave;i kho&#7843;n Th&#432;&#7899;c &#272;o c&#7911;a &#273;&#7891;ng ch&iacute; l&agrave; <b>{username}</b>, m&#7853;t kh&#7849;u d&ugrave;ng m&#7897;t l&#7847;n l&agrave; <b>{####}</b>.`,
    `Xin &#273;&#259;ng nh&#7853;p t&#7841;i ${origin}/dashboard trong ${invitationDays} ng&agrave;y v&agrave; &#273;&#7863;t m&#7853;t kh&#7849;u m&#7899;i.`,
    'Kh&ocirc;ng ai &#273;&#432;&#7907;c h&#7887;i m&#7853;t kh&#7849;u n&agrave;y; xin kh&ocirc;ng chuy&#7875;n th&#432; n&agrave;y cho ng&#432;&#7901;i kh&aacute;c.',
  ].join('<br><br>'),
});

/** How people sign in, by whichever client. */
const signInByCode = {
  // Nothing but the code flow: no password is ever shown to anything but the login page itself.
  allowedOAuthFlowsUserPoolClient: true,
  allowedOAuthFlows: ['code'],
  allowedOAuthScopes: ['openid'],
  explicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
  supportedIdentityProviders: ['COGNITO'],
  // The service keeps no token; a program that has one must be able to lose it soon.
  accessTokenValidity: 60,
  idTokenValidity: 10,
  refreshTokenValidity: 1,
  tokenValidityUnits: { accessToken: 'minutes', idToken: 'minutes', refreshToken: 'days' },
  enableTokenRevocation: true,
  preventUserExistenceErrors: 'ENABLED',
};

/** Who may sign in: officers whom an administrator invites. Names, addresses and passwords are here and nowhere else. */
export class Identity extends Construct {
  readonly pool: UserPool;
  readonly client: CfnUserPoolClient;
  /** By which programs sign their people in: `npm run admin -- token`. */
  readonly programs: CfnUserPoolClient;
  readonly clientSecret: CfnSecret;
  /** Where the session here is ended, and the way back from it. */
  readonly signOutUrl: string;

  constructor(scope: Construct, id: string, { config, origin }: { config: StageConfig; origin: string }) {
    super(scope, id);

    this.pool = new UserPool(this, 'Pool', {
      // `npm run admin -- accounts` finds the pool of a stage by this name.
      userPoolName: `ThuocDo-${config.stage}`,
      // With managed login, and without the features that are paid for every person each month.
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: {
        email: { required: true, mutable: true },
        fullname: { required: true, mutable: true },
      },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(invitationDays),
      },
      mfa: config.secondFactor === 'required' ? Mfa.REQUIRED : Mfa.OPTIONAL,
      // By an app on the phone. Not by SMS: they cost money, and phone numbers need not be known here.
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      userInvitation: invitation(origin),
      deletionProtection: config.keepsData,
      removalPolicy: config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(this.pool).acknowledge(
      { id: 'AwsSolutions-COG3', reason: noThreatProtection },
      { id: 'AwsSolutions-COG8', reason: noThreatProtection },
      ...(config.secondFactor === 'required'
        ? []
        : [{ id: 'AwsSolutions-COG2', reason: 'This stage holds made-up answers only.' }]),
    );

    const signedOut = `${origin}/dashboard/signed-out`;
    this.client = new CfnUserPoolClient(this, 'Client', {
      userPoolId: this.pool.userPoolId,
      clientName: 'dashboard',
      generateSecret: true,
      ...signInByCode,
      callbackUrLs: [`${origin}/dashboard/callback`],
      logoutUrLs: [signedOut],
      // Names stay here: tokens say who is who by the subject and the groups.
      readAttributes: ['email_verified'],
      writeAttributes: ['email', 'name'],
    });

    this.programs = new CfnUserPoolClient(this, 'Programs', {
      userPoolId: this.pool.userPoolId,
      clientName: 'programs',
      // A program on somebody's computer keeps no secret: PKCE proves that it is who asked (RFC 8252).
      generateSecret: false,
      ...signInByCode,
      callbackUrLs: [programsRedirectUri],
      readAttributes: ['email_verified'],
      writeAttributes: ['email', 'name'],
    });

    // The end of the stack's own id: no two pools in the world may have the same address.
    const unique = Fn.select(4, Fn.split('-', Fn.select(2, Fn.split('/', Aws.STACK_ID))));
    const domain = this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: Fn.join('-', ['thuoc-do', config.stage, unique]) },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: this.pool.userPoolId,
      clientId: this.client.ref,
      useCognitoProvidedValues: true,
    });
    this.signOutUrl = `${domain.baseUrl()}/logout?client_id=${this.client.ref}&logout_uri=${Fn.join('', [origin, '/dashboard/signed-out'])}`;

    new CfnUserPoolGroup(this, 'Operators', {
      userPoolId: this.pool.userPoolId,
      groupName: 'operator',
      description: 'Runs the service. Groups of provinces and communes are made when they are first given.',
    });

    this.clientSecret = new CfnSecret(this, 'ClientSecret', {
      description: 'What the dashboard shows to the user pool to prove that it is the dashboard',
      secretString: this.client.attrClientSecret,
    });
    Validations.of(this.clientSecret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Cognito gives a client one secret for its life: another secret is another client.',
    });
  }
}
