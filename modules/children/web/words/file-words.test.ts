import { expect, it } from 'vitest'
import { fileWords } from './file-words.ts'

it('an example of what is agreed to speaks of the purpose that was chosen: only help speaks of visits', () => {
  for (const { coversHints } of Object.values(fileWords)) {
    expect(Object.entries(coversHints).filter(([, hint]) => /走访|visit/.test(hint)).map(([kind]) => kind)).toEqual(['service'])
    expect(new Set(Object.values(coversHints)).size).toBe(3)
  }
})
