declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser address of the test server; its database xinhuo_template holds the test city. */
    testServerUrl: string
    /** What the files of a run share, e.g. a cluster made once; removed at its end. */
    scratchFolder: string
  }
}

/** Name under which the global setup hands the server to the test files. */
export const testServerUrl = 'testServerUrl'
