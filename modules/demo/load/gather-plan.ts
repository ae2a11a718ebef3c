import type { PlanItem, PlannedUnit } from '../rules/plan.ts'
import type { LoadFrame } from './frame.ts'
import { addAid, countBand, type BandCounts } from './load-aid.ts'
import { addCase, type GatheredCase } from './load-cases.ts'
import { addChild, type GatheredChild, type LoadedChild, type OpenHousehold } from './load-children.ts'
import { addPost, addStaff, type PostWithTerms } from './load-posts.ts'
import { addUnits } from './load-units.ts'
import { addVolunteer } from './load-volunteers.ts'

/** What was begun and is not complete yet: its rows say what the items after it say. */
type Open = { post: PostWithTerms | null; household: OpenHousehold | null; child: GatheredChild | null; case: GatheredCase | null }

/**
 * Takes the items of the plan one after another and writes each record once it is complete. Holds the people of one town only:
 * nobody is named outside the town.
 */
export class PlanLoader {
  readonly #frame: LoadFrame
  readonly #province: { code: string; name: string }
  #units: PlannedUnit[] = []
  #townKey = ''
  #volunteers = new Map<string, { id: string; name: string }>()
  #workers = new Map<string, string>()
  #children = new Map<string, LoadedChild>()
  readonly #bands: BandCounts = new Map()
  #open: Open = { post: null, household: null, child: null, case: null }

  constructor(frame: LoadFrame, province: { code: string; name: string }) {
    this.#frame = frame
    this.#province = province
  }

  /** Takes the next item. */
  take(item: PlanItem): void {
    if (item.kind !== 'unit' && this.#units.length > 0) this.#writeUnits()
    switch (item.kind) {
      case 'unit': return void this.#units.push(item)
      case 'staff':
        this.#enterTown(item.unitKey)
        this.#workers.set(item.unitKey, item.name)
        return addStaff(this.#frame, item)
      case 'volunteer': return void this.#volunteers.set(item.key, { id: addVolunteer(this.#frame, item, this.#volunteers), name: item.name })
      case 'post':
        this.finish()
        return void (this.#open.post = { post: item, terms: [] })
      case 'term': return void this.#open.post?.terms.push(item)
      case 'household':
        this.finish()
        return void (this.#open.household = { planned: item, guardians: [], id: null })
      default: return this.#takePart(item)
    }
  }

  /** Writes what is still open. */
  finish(): void {
    const { post, child, case: openCase } = this.#open
    this.#open = { ...this.#open, post: null, child: null, case: null }
    if (post !== null) addPost(this.#frame, post, this.#volunteers)
    if (child !== null) this.#writeChild(child)
    if (openCase !== null) this.#writeCase(openCase)
  }

  #writeChild(child: GatheredChild): void {
    const loaded = addChild(this.#frame, child)
    this.#children.set(child.planned.key, loaded)
    countBand(this.#frame, loaded, this.#bands)
  }

  #writeCase(gathered: GatheredCase): void {
    const workerName = this.#workerOf(gathered.planned.unitKey)
    const id = addCase(this.#frame, gathered, { volunteers: this.#volunteers, workerName })
    addAid(this.#frame, { ...gathered.planned, id, child: gathered.child, workerName }, this.#bands)
  }

  #writeUnits(): void {
    addUnits(this.#frame, this.#province, this.#units)
    this.#units = []
  }

  #takePart(item: Exclude<PlanItem, { kind: 'unit' | 'staff' | 'volunteer' | 'post' | 'term' | 'household' }>): void {
    const { household, child, case: openCase } = this.#open
    switch (item.kind) {
      case 'guardian': return void household?.guardians.push(item)
      case 'child':
        this.finish()
        if (household !== null) this.#open.child = { planned: item, household, facts: [], recognition: null, consents: [] }
        return
      case 'fact': return void child?.facts.push(item)
      case 'recognition':
        if (child !== null) child.recognition = item
        return
      case 'consent': return void child?.consents.push(item)
      case 'case': {
        this.finish()
        const of = this.#children.get(item.childKey)
        if (of !== undefined) this.#open.case = { planned: item, child: of, assessments: [], pairings: [], visits: [] }
        return
      }
      case 'assessment': return void openCase?.assessments.push(item)
      case 'pairing': return void openCase?.pairings.push(item)
      case 'visit': return void openCase?.visits.push(item)
    }
  }

  #workerOf = (unitKey: string): string => this.#workers.get(unitKey) ?? this.#workers.get(this.#townKey) ?? '工作人员'

  /** Leaves the people of the town before behind. */
  #enterTown(unitKey: string): void {
    if (this.#frame.units.get(unitKey)?.level !== 'town') return
    this.finish()
    this.#townKey = unitKey
    this.#volunteers.clear()
    this.#workers.clear()
    this.#children.clear()
  }
}
