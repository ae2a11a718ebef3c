import { AlertOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'

/** On the home page of everybody who works: the way to report harm. */
export default function ReportHarmCard() {
  return (
    <Sheet title="发现孩子受到伤害">
      <p>正在发生危险，先拨110。看到伤痕、无人照料、失踪等情形，马上报告；谁报告的依法保密。</p>
      <p><Link to="/safeguarding/new"><Button danger size="large" icon={<AlertOutlined aria-hidden="true" />}>强制报告</Button></Link></p>
    </Sheet>
  )
}
