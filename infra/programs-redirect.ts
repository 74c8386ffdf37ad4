/** The port on which `admin token` waits for the browser to come back; the identity provider knows the whole address. */
export const programsPort = 8765;
export const programsRedirectUri = `http://localhost:${programsPort}/callback`;
