import { AlertOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'

/** On the child's page: one tap to report harm. Whether there are reports is shown to nobody here. */
export default function ReportOfChild({ childId }: { childId: string }) {
  const report = (
    <Link to="/safeguarding/new" search={{ child: childId } as never}>
      <Button danger icon={<AlertOutlined aria-hidden="true" />}>强制报告</Button>
    </Link>
  )
  return <Sheet title="发现孩子受到伤害？" actions={report}><p className="xh-secondary">正在发生危险，先拨110。谁报告的依法保密。</p></Sheet>
}
