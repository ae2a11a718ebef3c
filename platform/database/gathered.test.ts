import { describe, expect, it } from 'vitest'
import { combine } from './gathered.ts'

describe('writes that leave as one statement', () => {
  it('keep their parameters apart', () => {
    const one = { sql: 'insert into a (x, y) values ($1, $2)', parameters: [1, 2] }
    const two = { sql: 'update b set x = $2 where id = $1', parameters: [3, 4] }
    expect(combine([one, two])).toEqual({
      sql: 'with w0 as (insert into a (x, y) values ($1, $2)) update b set x = $4 where id = $3', parameters: [1, 2, 3, 4] })
  })

  it('stay as they are when there is only one', () => {
    const one = { sql: 'insert into a (x) values ($1)', parameters: [1] }
    expect(combine([one])).toEqual(one)
  })
})
