import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useWords } from '../words.ts'

/** Prints what the page shows; frame, buttons and filters stay off the paper. */
export function PrintButton({ label }: { label?: string }) {
  const words = useWords()
  return <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>{label ?? words.print}</Button>
}
