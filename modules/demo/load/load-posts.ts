import { postRows, type PostSketch, type TermSketch } from '#modules/organization/index.ts'
import type { PlannedPost, PlannedStaff, PlannedTerm } from '../rules/plan.ts'
import { addFacts } from './fact-rows.ts'
import { idOf, later, momentOn, unitOf, type KnownVolunteers, type LoadedUnit, type LoadFrame } from './frame.ts'

/** A post with the terms that were held in it. */
export type PostWithTerms = { post: PlannedPost; terms: PlannedTerm[] }

/** Writes a post of the leadership and its holders, with what figures count. */
export function addPost(frame: LoadFrame, { post, terms }: PostWithTerms, volunteers: KnownVolunteers): void {
  const unit = unitOf(frame, post.unitKey)
  const fromOn = terms.map((term) => term.startedOn).toSorted()[0] ?? post.vacantSince ?? unit.foundedOn ?? frame.today
  addRows(frame, {
    id: idOf(frame, post.key, fromOn), unit: asReported(unit), titleCode: post.title, fromOn,
    terms: terms.map((term) => {
      const volunteerId = term.volunteerKey === null ? undefined : volunteers.get(term.volunteerKey)?.id
      return {
        id: idOf(frame, term.key, term.startedOn), personId: volunteerId ?? idOf(frame, `${term.key}/person`, term.startedOn), personName: term.name,
        ...(volunteerId === undefined ? {} : { volunteerId }), fromOn: term.startedOn, dueToEndOn: term.dueToEndOn, untilOn: term.endedOn, isFullTime: false,
      }
    }),
  })
}

/** Writes somebody who works for a committee: a post of staff with its holder. */
export function addStaff(frame: LoadFrame, staff: PlannedStaff): void {
  const unit = unitOf(frame, staff.unitKey)
  const fromOn = unit.foundedOn === null ? staff.startedOn : later(staff.startedOn, unit.foundedOn)
  const term: TermSketch = {
    id: idOf(frame, `${staff.key}/now`, fromOn), personId: idOf(frame, `${staff.key}/person`, fromOn), personName: staff.name, fromOn, untilOn: null,
    isFullTime: staff.isFullTime,
  }
  addRows(frame, { id: idOf(frame, staff.key, fromOn), unit: asReported(unit), titleCode: 'staff', fromOn, terms: [term] })
}

const asReported = ({ id, scopeCode, shortName }: LoadedUnit) => ({ id, scopeLo: scopeCode, shortName })

function addRows(frame: LoadFrame, sketch: PostSketch): void {
  const { posts, terms, facts } = postRows(frame.cityId, [sketch])
  frame.writer.add('organization.posts', ...posts.map((row) => ({ ...row, updatedAt: momentOn(frame, row.vacantSince ?? row.fromOn, row.id) })))
  frame.writer.add('organization.terms', ...terms.map((row) => ({ ...row, updatedAt: momentOn(frame, row.untilOn ?? row.fromOn, row.id) })))
  addFacts(frame, facts.map(({ fact, endOn }) => (endOn === null ? fact : { ...fact, endedOn: endOn })))
}
