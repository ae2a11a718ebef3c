declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser address of the test server; its database xinhuo_template holds the test city. */
    testServerUrl: string
  }
}

/** Name under which the global setup hands the server to the test files. */
export const testServerUrl = 'testServerUrl'
