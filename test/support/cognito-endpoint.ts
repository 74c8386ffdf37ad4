import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import * as z from 'zod/mini';
import type { IdentityFile, StoredIdentity } from '../../infra/local/identity-file.ts';
import { loopbackUrl } from '../../infra/local/loopback.ts';

export interface CognitoEndpoint {
  /** For AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER. */
  url: string;
  /** How many calls were answered, by operation. */
  calls: ReadonlyMap<string, number>;
  groups: ReadonlySet<string>;
  /** Answers the following calls as Cognito does when it is overrun. */
  setThrottled(isThrottled: boolean): void;
  stop(): Promise<void>;
}

const Input = z.object({
  UserPoolId: z.string(),
  Username: z._default(z.string(), ''),
  GroupName: z._default(z.string(), ''),
  NextToken: z.optional(z.string()),
  UserAttributes: z.optional(z.array(z.object({ Name: z.string(), Value: z.string() }))),
});
type Input = z.infer<typeof Input>;

class Refusal extends Error {}

const attributesOf = ({ subject, email, name }: StoredIdentity) => [
  { Name: 'sub', Value: subject },
  { Name: 'email', Value: email },
  { Name: 'email_verified', Value: 'true' },
  { Name: 'name', Value: name },
];

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
};

/** The page size that makes a test meet a second page. */
const groupsAPage = 2;

/** The part of Amazon Cognito's administration that the service uses (protocol AWS JSON 1.1), on loopback. */
export const startCognitoEndpoint = async (
  userPoolId: string,
  file: IdentityFile,
): Promise<CognitoEndpoint> => {
  const calls = new Map<string, number>();
  const groups = new Set<string>();
  let isOverrun = false;

  const isNamed =
    ({ Username }: Input) =>
    (identity: StoredIdentity) =>
      identity.subject === Username || identity.email.toLowerCase() === Username.toLowerCase();
  const found = async (input: Input): Promise<StoredIdentity> => {
    const identity = (await file.all()).find(isNamed(input));
    if (!identity) throw new Refusal('UserNotFoundException');
    return identity;
  };
  const change = (input: Input, work: (identity: StoredIdentity) => void): Promise<object> =>
    file.change((identities) => {
      const identity = identities.find(isNamed(input));
      if (!identity) throw new Refusal('UserNotFoundException');
      work(identity);
      return {};
    });
  const existing = ({ GroupName }: Input): string => {
    if (!groups.has(GroupName)) throw new Refusal('ResourceNotFoundException');
    return GroupName;
  };

  const operations: Readonly<Record<string, (input: Input) => Promise<object> | object>> = {
    AdminGetUser: async (input) => {
      const identity = await found(input);
      return {
        Username: identity.subject,
        Enabled: identity.isEnabled,
        UserStatus: 'CONFIRMED',
        UserAttributes: attributesOf(identity),
      };
    },
    AdminListGroupsForUser: async (input) => {
      const all = (await found(input)).groups;
      const from = Number(input.NextToken ?? 0);
      const next = from + groupsAPage;
      return {
        Groups: all.slice(from, next).map((GroupName) => ({ GroupName })),
        ...(next < all.length && { NextToken: String(next) }),
      };
    },
    AdminCreateUser: (input) =>
      file.change((identities) => {
        if (identities.some(isNamed(input))) throw new Refusal('UsernameExistsException');
        const attribute = (name: string) =>
          input.UserAttributes?.find(({ Name }) => Name === name)?.Value ?? '';
        const identity = {
          subject: randomUUID(),
          email: attribute('email'),
          name: attribute('name'),
          groups: [],
          isEnabled: true,
        };
        identities.push(identity);
        const { subject } = identity;
        return { User: { Username: subject, Enabled: true, Attributes: attributesOf(identity) } };
      }),
    AdminAddUserToGroup: (input) => {
      const group = existing(input);
      return change(input, (identity) => {
        identity.groups = [...new Set([...identity.groups, group])];
      });
    },
    AdminRemoveUserFromGroup: (input) => {
      const group = existing(input);
      return change(input, (identity) => {
        identity.groups = identity.groups.filter((each) => each !== group);
      });
    },
    CreateGroup: ({ GroupName }) => {
      if (groups.has(GroupName)) throw new Refusal('GroupExistsException');
      groups.add(GroupName);
      return { Group: { GroupName } };
    },
    AdminDisableUser: (input) =>
      change(input, (identity) => {
        identity.isEnabled = false;
      }),
    AdminEnableUser: (input) =>
      change(input, (identity) => {
        identity.isEnabled = true;
      }),
    AdminUserGlobalSignOut: async (input) => {
      await found(input);
      return {};
    },
  };

  const answer = async (request: IncomingMessage): Promise<[status: number, body: object]> => {
    const operation = String(request.headers['x-amz-target']).replace(
      'AWSCognitoIdentityProviderService.',
      '',
    );
    calls.set(operation, (calls.get(operation) ?? 0) + 1);
    const input = Input.parse(await bodyOf(request));
    try {
      if (isOverrun) throw new Refusal('TooManyRequestsException');
      const run = operations[operation];
      if (!run || input.UserPoolId !== userPoolId) throw new Refusal('InvalidParameterException');
      return [200, await run(input)];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return [400, { __type: error.message, message: 'said the test' }];
    }
  };

  const server = createServer((request, response) => {
    answer(request)
      .then(([status, body]) => {
        response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1' });
        response.end(JSON.stringify(body));
      })
      .catch((error: unknown) => {
        response.writeHead(500);
        response.end(JSON.stringify({ __type: 'InternalErrorException', message: String(error) }));
      });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });

  return {
    url: loopbackUrl(server),
    calls,
    groups,
    setThrottled: (isThrottled) => {
      isOverrun = isThrottled;
    },
    stop: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
};
