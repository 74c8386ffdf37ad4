import { Logger } from '@aws-lambda-powertools/logger';
import { Unavailable } from './unavailable.ts';

/**
 * A successful answer writes no line: beside one desk, the moment of a line would be the moment of an answer. A
 * failure writes one, which names the kind of route and the kind of fault, never a desk, a person or a content.
 */
export interface Log {
  failure(what: string, error: unknown): void;
}

/** The signed-in part also writes down what it refused: the kind of route and why, never who or which unit. */
export interface StaffLog extends Log {
  refusal(what: string, why: string): void;
}

/** Where an error was thrown: its stack without the message, which may quote data. */
const placeOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8);

export const openLog = (service: string): StaffLog => {
  const logger = new Logger({ serviceName: service });
  return {
    failure: (what, error) =>
      logger.error(what, {
        fault: error instanceof Unavailable ? error.message : error instanceof Error ? error.name : 'unknown',
        at: error instanceof Error ? placeOf(error) : [],
      }),
    refusal: (what, why) => logger.warn(what, { refused: why }),
  };
};
