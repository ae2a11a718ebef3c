import { expect, test } from 'vitest'
import { surnameShares } from '../name-characters.ts'
import { attemptNotes, visitNotes } from './visit-notes.ts'

const notes = [...Object.values(visitNotes).flat(), ...attemptNotes]

test('there are at least sixty different notes', () => {
  expect(new Set(notes).size).toBe(notes.length)
  expect(notes.length).toBeGreaterThanOrEqual(60)
})

test('notes are short sentences that name nobody, no place and no number', () => {
  const titled = new RegExp(`(${Object.keys(surnameShares).join('|')})(某|爷爷|奶奶|老师|同学|小朋友)`)
  const telling = (note: string) => /\d|[镇乡县区]/.test(note.replaceAll('社区', '')) || titled.test(note)
  expect(notes.filter((note) => note.length > 40 || !note.endsWith('。') || telling(note))).toEqual([])
})
