import { AlertOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { reportWords } from './report-words.ts'

/** On the child's page: one tap to report harm. Whether there are reports is shown to nobody here. */
export default function ReportOfChild({ childId }: { childId: string }) {
  const texts = useWords(reportWords)
  const report = (
    <Link to="/safeguarding/new" search={{ child: childId } as never}>
      <Button danger icon={<AlertOutlined aria-hidden="true" />}>{texts.report}</Button>
    </Link>
  )
  return <Sheet title={texts.pieceTitle} actions={report}><p className="xh-secondary">{texts.pieceLead}</p></Sheet>
}
