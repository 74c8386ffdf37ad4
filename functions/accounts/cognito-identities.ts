import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUserGlobalSignOutCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  CreateGroupCommand,
  GroupExistsException,
  ResourceNotFoundException,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Grant, grantOf, groupOf } from '../domain/account.ts';
import { Unavailable } from '../unavailable.ts';
import type { Identity, IdentityProvider, Person } from './identity-provider.ts';

const personOf = (attributes: readonly AttributeType[] = [], isEnabled = true): Person => {
  const value = (name: string): string => attributes.find(({ Name }) => Name === name)?.Value ?? '';
  return { subject: value('sub'), email: value('email'), name: value('name'), isEnabled };
};

/** Amazon Cognito's administration of one user pool, in which people are found by their subject or their e-mail. */
export const cognitoIdentities = (
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
): IdentityProvider => {
  /** Runs one request; an error that is not expected means that Cognito can't be asked now. */
  const attempt = async <T, U>(request: Promise<T>, expected: (error: unknown) => U): Promise<T | U> => {
    try {
      return await request;
    } catch (error) {
      return expected(error);
    }
  };
  const unavailable = (error: unknown): never => {
    throw new Unavailable('identity provider', error);
  };
  const absent = (error: unknown): undefined =>
    error instanceof UserNotFoundException ? undefined : unavailable(error);

  const person = async (username: string): Promise<Person | undefined> => {
    const user = await attempt(
      client.send(new AdminGetUserCommand({ UserPoolId, Username: username })),
      absent,
    );
    return user && personOf(user.UserAttributes, user.Enabled);
  };

  const grantsOf = async (username: string): Promise<Grant[]> => {
    const grants: Grant[] = [];
    let NextToken: string | undefined;
    do {
      const page = await attempt(
        client.send(new AdminListGroupsForUserCommand({ UserPoolId, Username: username, NextToken })),
        absent,
      );
      const groups = (page?.Groups ?? []).map(({ GroupName = '' }) => grantOf(GroupName));
      grants.push(...groups.filter((grant) => grant !== undefined));
      NextToken = page?.NextToken;
    } while (NextToken);
    return grants;
  };

  const find = async (username: string): Promise<Identity | undefined> => {
    const [found, grants] = await Promise.all([person(username), grantsOf(username)]);
    return found && { ...found, grants };
  };

  const addToGroup = (Username: string, GroupName: string) =>
    client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }));

  /** A group is made when it is first given to somebody: there are as many as communes. */
  const join = async (subject: string, group: string): Promise<void> => {
    const isMissing = await attempt(
      addToGroup(subject, group).then(() => false),
      (error) => error instanceof ResourceNotFoundException || unavailable(error),
    );
    if (!isMissing) return;
    await attempt(
      client.send(new CreateGroupCommand({ UserPoolId, GroupName: group })),
      (error) => error instanceof GroupExistsException || unavailable(error),
    );
    await attempt(addToGroup(subject, group), unavailable);
  };

  return {
    find,
    // An address is a name that Cognito knows people by.
    findByEmail: find,
    person,

    create: async ({ email, name }) => {
      const created = await attempt(
        client.send(
          new AdminCreateUserCommand({
            UserPoolId,
            Username: email,
            UserAttributes: [
              { Name: 'email', Value: email },
              { Name: 'email_verified', Value: 'true' },
              { Name: 'name', Value: name },
            ],
            DesiredDeliveryMediums: ['EMAIL'],
          }),
        ),
        (error) => (error instanceof UsernameExistsException ? undefined : unavailable(error)),
      );
      if (created) return { isNew: true, identity: { ...personOf(created.User?.Attributes), grants: [] } };
      const identity = await find(email);
      return identity ? { isNew: false, identity } : unavailable(new Error('an account that comes and goes'));
    },

    give: async (subject, grants) => {
      for (const grant of grants) await join(subject, groupOf(grant));
    },

    take: async (subject, grants) => {
      for (const grant of grants) {
        const left = { UserPoolId, Username: subject, GroupName: groupOf(grant) };
        await attempt(client.send(new AdminRemoveUserFromGroupCommand(left)), (error) =>
          error instanceof ResourceNotFoundException ? undefined : unavailable(error),
        );
      }
    },

    setEnabled: async (subject, isEnabled) => {
      const about = { UserPoolId, Username: subject };
      if (isEnabled) {
        await attempt(client.send(new AdminEnableUserCommand(about)), unavailable);
        return;
      }
      await attempt(client.send(new AdminDisableUserCommand(about)), unavailable);
      await attempt(client.send(new AdminUserGlobalSignOutCommand(about)), unavailable);
    },
  };
};
