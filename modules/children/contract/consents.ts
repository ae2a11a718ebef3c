import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id } from '#platform/contract/fields.ts'
import { child, CHILD_CLOSED } from './fields.ts'

const largestScanBytes = 10 * 1024 * 1024

/** The papers behind consents. */
export const consentOperations = {
  attachConsentScan: base.route({ method: 'POST', path: '/children/{id}/consents/{consentId}/scan', summary: '附上同意书扫描件' })
    .errors({
      CHILD_CLOSED,
      SCAN_ATTACHED: { status: 409, message: '这份同意已经附有扫描件；如果附错了，请撤回这份同意后重新登记。' },
    })
    .input(child.extend({ consentId: id, file: z.file().max(largestScanBytes, '扫描件不能超过10MB，请压缩后再上传') })).output(child),
}
