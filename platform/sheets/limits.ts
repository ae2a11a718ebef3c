/** How much of a stranger's file is taken on. Every bound can be changed by the caller; none can be switched off by the file. */
export type SheetLimits = {
  /** Bytes all parts of the archive may have once unpacked. */
  maxUnpackedBytes: number
  /** How many times larger the unpacked parts may be than the packed ones. */
  maxRatio: number
  /** Below this many unpacked bytes the ratio is not looked at: a small table of blanks compresses very well. */
  ratioFloorBytes: number
  /** Parts (sheets, drawings, pictures, styles…) in the archive. */
  maxEntries: number
  /** Cells of all sheets together, blanks inside the used area included. */
  maxCells: number
  /** Memory of the reading thread, MiB. */
  memoryMiB: number
  /** How long reading may take, milliseconds. */
  deadlineMs: number
}

export const defaultLimits: SheetLimits = {
  maxUnpackedBytes: 200 * 1024 * 1024,
  maxRatio: 100,
  ratioFloorBytes: 1024 * 1024,
  maxEntries: 50,
  maxCells: 2_000_000,
  memoryMiB: 1024,
  deadlineMs: 60_000,
}
