import { copyChildFile } from './copy-child-file.ts'
import { findAdultDays } from './find-adult-days.ts'

/** The file of a child as a whole, for the protection of minors' data: its copy for whoever has a right to it, and until when it must be kept. */
export const childFiles = { copy: copyChildFile, adultDays: findAdultDays }
