import { createHash } from 'node:crypto'

/** The installation chooses one of them once; both give 32 bytes. SM3 is the national algorithm (GB/T 32905). */
export type DigestAlgorithm = 'sha256' | 'sm3'

/** The digest of bytes or of UTF-8 text, 32 bytes. */
export const digest = (algorithm: DigestAlgorithm, data: string | Uint8Array): Buffer => createHash(algorithm).update(data).digest()
