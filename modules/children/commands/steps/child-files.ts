import { findNamingWord } from '../../queries/steps/find-naming.ts'
import { findNamedPerson } from '../../queries/steps/find-named-person.ts'
import { copyChildFile } from './copy-child-file.ts'
import { findAdultDays } from './find-adult-days.ts'
import { lockFile } from '../../queries/steps/load-child.ts'

/**
 * The file of a child as a whole, for the protection of minors' data: its copy for whoever has a right to it, until when it must be kept,
 * the lock under which a request is recorded, whether a text that is to be published names the child, and whether one that lies on a telephone names
 * somebody else.
 */
export const childFiles = { copy: copyChildFile, adultDays: findAdultDays, lock: lockFile, findNamingWord, findNamedPerson }
