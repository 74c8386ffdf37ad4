declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** The part of dynalite's options that we use; without `path` the database is in memory. */
  function dynalite(options?: { path?: string; createTableMs?: number }): Server;
  export = dynalite;
}
