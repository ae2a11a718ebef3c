import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id } from '#platform/contract/fields.ts'
import { instant } from '#modules/care/contract.ts'

/** A photograph or paper of a visit that came from a phone; its bytes come by `/api/phone/visit-file?id=`. */
export const VisitFile = z.object({ id, mediaType: z.string(), sizeBytes: z.number().int(), personName: z.string(), addedAt: instant })
/** A photograph or paper of a visit. */
export type VisitFile = z.infer<typeof VisitFile>

/** Files of a visit, beside the visit. */
export const fileOperations = {
  listVisitFiles: base.route({ method: 'GET', path: '/phone/visit-files', summary: '走访的照片和纸件' })
    .input(z.object({ visitId: id })).output(z.object({ items: z.array(VisitFile) })),
}
