import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { RotationEvent, rotate } from './rotate.ts';

const rotation = { secrets: new SecretsManagerClient(), now: () => new Date() };

export const handler = (event: unknown): Promise<void> => rotate(rotation, RotationEvent.parse(event));
