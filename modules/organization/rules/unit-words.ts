import type { Unit, UnitDetail } from '../contract.ts'

/** Levels in words. */
export const levelWords: Record<Unit['level'], string> = { province: '省级', city: '市级', county: '县级', town: '乡镇级', village: '村级' }
/** Kinds in words. */
export const kindWords: Record<Unit['kind'], string> = { division: '行政区划', school: '学校', enterprise: '企业', agency: '机关', other: '其他' }
/** Changes in words. */
export const changeWords: Record<UnitDetail['changes'][number]['change'], string> = {
  created: '设立', established: '组建', disestablished: '改为未建', renamed: '更名', moved: '移动', merged: '并入其他单位', received: '接收并入', split: '拆分',
  closed: '撤销', reopened: '恢复',
}

/** What a unit counts as in 应建 and 已建: its level, or its kind where it is no division. */
export const countedAs = (unit: Pick<Unit, 'level' | 'kind'>): string => (unit.kind === 'division' ? unit.level : unit.kind)

/** Level or kind of a unit in words, as it stands beside its name. */
export const sortOf = (unit: Pick<Unit, 'level' | 'kind'>): string => (unit.kind === 'division' ? levelWords[unit.level] : kindWords[unit.kind])
