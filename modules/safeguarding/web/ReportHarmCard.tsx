import { AlertOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { reportWords } from './report-words.ts'

/** On the home page of everybody who works: the way to report harm. */
export default function ReportHarmCard() {
  const texts = useWords(reportWords)
  return (
    <Sheet title={texts.cardTitle}>
      <p className="xh-gap">{texts.cardLead}</p>
      <p>
        <Link to="/safeguarding/new"><Button danger size="large" icon={<AlertOutlined aria-hidden="true" />}>{texts.report}</Button></Link>
      </p>
    </Sheet>
  )
}
