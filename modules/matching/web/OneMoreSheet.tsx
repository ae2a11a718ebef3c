import { Sheet } from '#platform/ui/frame/Page.tsx'
import type { OpenedRound } from './api.ts'

/** Where one more volunteer would help most, and what the points mean. */
export function OneMoreSheet({ round: { oneMore, weights } }: { round: OpenedRound }) {
  const { distance, urgency } = weights
  return (
    <Sheet title="再多一名志愿者会怎样">
      {oneMore.length === 0
        ? <p>每个孩子都有人结对，或者多一名志愿者也没有帮助。</p>
        : <ul>{oneMore.map(row => <li key={row.unitName}>{row.unitName}：再有一名能带 {row.places} 个孩子的志愿者，可多 {row.moreChildren} 个孩子有人结对。</li>)}</ul>}
      <details>
        <summary>分数怎么算</summary>
        <p>
          先让尽可能多的孩子有人结对（每名 {weights.coverage} 分，红色另加 {urgency.red}，黄色 {urgency.yellow}，蓝色 {urgency.blue}）；再看距离（同村 {distance.village}，
          同乡镇 {distance.town}，同县 {distance.county}，其他 {distance.city}）；所需特长每项 {weights.skill}，最多两项；性别、语言意愿不合各 {weights.sex}、{weights.language}；
          志愿者每已带一名孩子 {weights.load}；兄弟姐妹由同一人结对 {weights.siblings}。
        </p>
      </details>
    </Sheet>
  )
}
