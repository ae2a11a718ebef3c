import { PhoneOutlined } from '@ant-design/icons'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import type { ShownGuide } from './api.ts'

/** First the number to dial, big; then the others. */
export function HotlineSheet({ hotlines }: { hotlines: ShownGuide['hotlines'] }) {
  const [first, ...others] = hotlines
  return (
    <>
      {first && (
        <div className="sg-first">
          <a href={`tel:${first.number}`}><PhoneOutlined aria-hidden="true" />&nbsp;先拨 {first.number}</a>
          <p>{first.purpose}。电话里讲清孩子在哪里、发生了什么；打完再填下面的报告。</p>
        </div>
      )}
      <Sheet title="其他求助电话">
        <ul className="sg-numbers">
          {others.map(hotline => (
            <li key={hotline.number}>
              <a href={`tel:${hotline.number}`}><strong>{hotline.number}</strong>{hotline.name}<small>{hotline.purpose}</small></a>
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  )
}
