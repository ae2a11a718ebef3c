import { Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ChartOption, DrawnChart } from './chart-library.ts'

export type ChartProps = {
  option: ChartOption
  /** The chart in one sentence, for people who cannot see it; the figures themselves stand in a table beside it. */
  label: string
  /** In px. */
  height?: number
}

/** A chart whose library is fetched only when one is shown. */
export function Chart({ option, label, height = 320 }: ChartProps) {
  const room = useRef<HTMLDivElement>(null)
  const drawn = useRef<DrawnChart>(undefined)
  const [isReady, setIsReady] = useState(false)
  useEffect(() => {
    let isGone = false
    const follow = new ResizeObserver(() => drawn.current?.resize())
    void import('./chart-library.ts').then(library => {
      if (isGone || !room.current) return
      drawn.current = library.drawChart(room.current)
      follow.observe(room.current)
      setIsReady(true)
    })
    return () => {
      isGone = true
      follow.disconnect()
      drawn.current?.dispose()
    }
  }, [])
  useEffect(() => {
    if (isReady) drawn.current?.setOption(option, true)
  }, [option, isReady])
  return (
    <div className="xh-chart" role="img" aria-label={label}>
      {!isReady && <Skeleton active title={false} />}
      <div ref={room} style={{ height }} />
    </div>
  )
}
