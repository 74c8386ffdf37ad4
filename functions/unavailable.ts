type Dependency = 'table' | 'token keys' | 'identity provider';

/**
 * Something that we depend on did not answer: try again later. Caught by name: a citizen's page then keeps the
 * answer, a scheduled function is run again.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  readonly dependency: Dependency;
  /** The name of the underlying error. Its message is left behind: it may quote data. */
  readonly fault: string;

  constructor(dependency: Dependency, cause: unknown) {
    const fault = cause instanceof Error ? cause.name : 'unknown';
    super(`${dependency}: ${fault}`, { cause });
    this.dependency = dependency;
    this.fault = fault;
  }
}
