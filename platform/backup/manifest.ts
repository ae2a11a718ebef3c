import { z } from 'zod'

/** The first record of an archive: what it is and what it needs. */
export const Manifest = z.object({
  format: z.literal(1),
  /** When the consistent view of the database was taken. */
  madeAt: z.iso.datetime(),
  /** Installation it was made of. */
  installationId: z.uuid(),
  /** Its restore count at that time. */
  epoch: z.int().min(1),
  /** Migrations of its schema, in order. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  /** Position of each sequence; at least as far as the rows of the archive. */
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
  /** For each city the first audit entry whose jobs were still waiting: the relay goes back to it after a restore. */
  waiting: z.array(z.object({ cityId: z.int(), epoch: z.int(), tx: z.string(), position: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>

/** The last record: what the archive holds, to be compared with what was restored. */
export const Summary = z.object({
  tables: z.array(z.object({ name: z.string(), rows: z.int(), bytes: z.int(), sha256: z.string() })),
  files: z.object({ count: z.int(), bytes: z.int() }),
})
export type Summary = z.infer<typeof Summary>

/** What an archive is and holds. */
export type ArchiveContents = { manifest: Manifest; summary: Summary }
