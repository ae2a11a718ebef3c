import { expect, test } from 'vitest'
import { drawPaper } from './drawn-paper.ts'

const paperOf = (words: string) => drawPaper({ title: '捐赠证书', author: '薪火', draw: (pen) => { pen.font('bold').text(words).font('text').text(words) } })

test('fonts that are kept between papers carry no sign from one to the next, drawn one after the other or at once', async () => {
  const first = await paperOf('感谢您的捐赠')
  const long = await paperOf('薪火相传，春蕾绽放，助学圆梦，敬老爱幼')
  expect(long.length).toBeGreaterThan(first.length)
  const again = await Promise.all([paperOf('感谢您的捐赠'), paperOf('薪火相传，春蕾绽放，助学圆梦，敬老爱幼')])
  expect(again.map(({ length }) => length)).toEqual([first.length, long.length])
})
