import { enableCompileCache } from 'node:module'
import path from 'node:path'

// Given to node by `--import`, before the program itself is read: what was compiled once is kept beside the program and takes a third off every later start.
// Where the folder cannot be written nothing is kept, and the program starts all the same.

enableCompileCache(path.resolve(import.meta.dirname, '../../.cache/code'))
