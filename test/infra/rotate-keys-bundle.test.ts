import { afterAll, beforeAll, expect, it } from 'vitest';
import { isUsableKeySecret, newKeySecret } from '../../functions/rotate-keys/token-key-secret.ts';
import { type BundleEnvironment, invokeBundle, stopBundles } from '../support/bundles.ts';
import { type SecretsEndpoint, startSecretsEndpoint } from '../support/secrets-endpoint.ts';
