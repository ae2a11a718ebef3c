import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ReadVoucher } from '../api.ts'
import { words } from '../words.ts'
import { PaperSheet } from './PaperSheet.tsx'
import { VoucherActs } from './VoucherActs.tsx'
import { VoucherPaper } from './VoucherPaper.tsx'
import { VoucherTag } from './VoucherTag.tsx'
import { voucherWords } from './words.ts'
import '../ledger.css'

/** One voucher as it reads on paper, with everything that can be done with it now. */
export default function VoucherPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getVoucher.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <VoucherView voucher={asked.data} /> : <Skeleton active />
}

function VoucherView({ voucher }: { voucher: ReadVoucher }) {
  const texts = useWords(words)
  const own = useWords(voucherWords)
  const { bookId, bookName } = voucher
  return (
    <Page
      title={voucher.number === null ? own.kinds[voucher.kind] : own.numberOf(voucher.number)} lead={<><VoucherTag of={voucher} /> {bookName}</>}
      back={{ to: `/books/${bookId}/vouchers`, label: texts.vouchers }} actions={<VoucherActs voucher={voucher} />}
    >
      {voucher.returnReason !== null && <Alert type="warning" showIcon className="xh-gap ledger-off" title={own.returned} description={voucher.returnReason} />}
      <Sheet><VoucherPaper voucher={voucher} /></Sheet>
      <Links voucher={voucher} />
      <PaperSheet voucher={voucher} />
    </Page>
  )
}

function Links({ voucher }: { voucher: ReadVoucher }) {
  const own = useWords(voucherWords)
  const ways = [[own.ofReversal, voucher.reversesId], [own.reversedBy, voucher.reversedById]] as const
  return (
    <p className="ledger-off">
      {ways.map(([label, id]) => id !== null && <Link key={label} to={`/vouchers/${id}`}>{label}</Link>)}
      {voucher.commitmentLabel !== null && <span>{own.commitment} {voucher.commitmentLabel}</span>}
    </p>
  )
}
