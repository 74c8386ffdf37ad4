import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { feedbackTemplate } from './synthesized.ts';

const domain = {
  name: 'thuocdo.example',
  certificateArn: 'arn:aws:acm:ap-southeast-1:111122223333:certificate/x',
};
const template = feedbackTemplate({ domain });

describe('the user pool', () => {
  it('lets nobody in but whom an administrator has invited', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: Match.objectLike({ AllowAdminCreateUserOnly: true }),
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
    });
  });

  it('asks for a long password and an authenticator app, and never for a phone number', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      Policies: { PasswordPolicy: Match.objectLike({ MinimumLength: 12 }) },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    });
    expect(JSON.stringify(template.findResources('AWS::Cognito::UserPool'))).not.toContain('phone');
  });

  it('can do without the app where answers are made up', () => {
    feedbackTemplate({ secondFactor: 'optional' }).hasResourceProperties('AWS::Cognito::UserPool', {
      MfaConfiguration: 'OPTIONAL',
    });
  });

  it('stays when the stack goes, and can not be deleted by mistake', () => {
    template.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Retain',
      Properties: { DeletionProtection: 'ACTIVE' },
    });
  });

  it('writes invitations with the placeholders that Cognito fills in', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: {
        InviteMessageTemplate: {
          EmailMessage: Match.stringLikeRegexp(
            '.*\\{username\\}.*\\{####\\}.*https://thuocdo\\.example/dashboard.*',
          ),
        },
      },
    });
  });
});

describe('the client', () => {
  it('has a secret, uses the code flow alone, and returns to our address alone', () => {
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      GenerateSecret: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: ['https://thuocdo.example/dashboard/callback'],
      LogoutURLs: ['https://thuocdo.example/dashboard/signed-out'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
    });
  });

  it('gets tokens without names or addresses', () => {
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', { ReadAttributes: ['email_verified'] });
  });

  it('keeps its secret in Secrets Manager; the function is told only where', () => {
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      SecretString: { 'Fn::GetAtt': [Match.stringLikeRegexp('^IdentityClient'), 'ClientSecret'] },
    });
    const functions = JSON.stringify(template.findResources('AWS::Lambda::Function'));
    expect(functions).not.toContain('"ClientSecret"');
    expect(functions).toContain('OIDC_CLIENT_SECRET_ID');
  });
});

describe('the dashboard', () => {
  it('is told where people sign in and out', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({
          PUBLIC_ORIGIN: 'https://thuocdo.example',
          SIGN_OUT_URL: {
            'Fn::Join': [
              '',
              Match.arrayWith([
                Match.stringLikeRegexp('/logout\\?client_id=$'),
                '&logout_uri=https://thuocdo.example/dashboard/signed-out',
              ]),
            ],
          },
        }),
      },
    });
  });

  it('is reached at the made-up address when there is no domain', () => {
    feedbackTemplate().hasResourceProperties('AWS::Cognito::UserPoolClient', {
      CallbackURLs: [{ 'Fn::Join': ['', Match.arrayWith(['/dashboard/callback'])] }],
    });
  });
});
