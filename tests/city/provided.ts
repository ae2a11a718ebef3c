declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser address of the test server; its database xinhuo_template holds the test city, xinhuo_empty is migrated and empty. */
    testServerUrl: string
    /** What the files of a run share, e.g. a cluster made once; removed at its end. */
    scratchFolder: string
  }
}

/** Name under which the global setup hands the server to the test files. */
export const testServerUrl = 'testServerUrl'

/** The migrated and empty database of the test server: to apply all migrations once more would give the same and take seconds. */
export const emptyTemplate = 'xinhuo_empty'
