/** Every part of the kit in one place, for looking at it and for the checks of contrast and width. Development only. */
import { Button } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { Chart } from '#platform/ui/pieces/Chart.tsx'
import { ConfirmDialog, ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { FigureCard, Figures } from '#platform/ui/pieces/FigureCard.tsx'
import { HelpTip } from '#platform/ui/pieces/HelpTip.tsx'
import { PrintButton } from '#platform/ui/pieces/PrintButton.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { UnitTree } from '#platform/ui/tree/UnitTree.tsx'
import { UnitTreePicker } from '#platform/ui/tree/UnitTreePicker.tsx'
import { ImportWizard } from '#platform/ui/wizard/ImportWizard.tsx'
import { galleryImport, galleryUnits, importFields } from './gallery-samples.ts'
import { GalleryForm } from './GalleryForm.tsx'
import { GalleryList } from './GalleryList.tsx'

const chart = {
  xAxis: { type: 'category', data: ['1月', '2月', '3月', '4月'] },
  yAxis: { type: 'value' },
  tooltip: { trigger: 'axis', renderMode: 'richText' },
  series: [{ type: 'bar', data: [320, 280, 410, 460], itemStyle: { color: '#0b57d0' } }],
}

export default function GalleryPage() {
  return (
    <Page
      title="部件陈列"
      lead="每个部件各放一件，供查看与检查。"
      back={{ to: '/', label: '返回首页' }}
      actions={
        <>
          <PrintButton />
          <Button type="primary">记录走访</Button>
        </>
      }
    >
      <Figures>
        <FigureCard label="本月走访" value="1,284" unit="人次" to="/gallery" hint="比上月多 96" />
        <FigureCard label="逾期未走访" value="7" unit="户" to="/gallery" tone="danger" hint="最早应于 11月2日" />
        <FigureCard label="即将到期" value="23" unit="户" to="/gallery" tone="attention" />
        <FigureCard label="正在统计" unit="人" />
      </Figures>
      <Sheet title="状态" actions={<HelpTip about="风险等级">按监护、身体、行为三项评估得出，共四级。</HelpTip>}>
        <div className="xh-actions">
          <StatusTag tone="neutral">未评估</StatusTag>
          <StatusTag tone="info">已安排</StatusTag>
          <StatusTag tone="good">已走访</StatusTag>
          <StatusTag tone="attention">即将到期</StatusTag>
          <StatusTag tone="danger">已逾期</StatusTag>
        </div>
      </Sheet>
      <GalleryList />
      <Sheet title="表单">
        <GalleryForm />
      </Sheet>
      <Sheet title="单位">
        <UnitParts />
      </Sheet>
      <Sheet title="对话框">
        <Dialogs />
      </Sheet>
      <Sheet title="导入">
        <ImportWizard fields={importFields} callbacks={galleryImport} templateUrl="/favicon.svg" hint="xlsx 文件，每行一人。" />
      </Sheet>
      <Sheet title="图表">
        <Chart option={chart} label="1 至 4 月走访人次" />
      </Sheet>
    </Page>
  )
}

function UnitParts() {
  const [chosen, setChosen] = useState<string>()
  return (
    <>
      <p>
        <UnitTreePicker loaders={galleryUnits} value={chosen} onChange={setChosen} />
      </p>
      <UnitTree loaders={galleryUnits} selectedId={chosen} onSelect={unit => setChosen(unit.id)} height={300} />
    </>
  )
}

function Dialogs() {
  const [open, setOpen] = useState<'confirm' | 'reason'>()
  const close = () => setOpen(undefined)
  return (
    <div className="xh-actions">
      <Button onClick={() => setOpen('confirm')}>打开确认框</Button>
      <Button onClick={() => setOpen('reason')}>打开理由框</Button>
      <ConfirmDialog
        open={open === 'confirm'}
        title="撤销这次导入？"
        confirmLabel="撤销导入"
        isDangerous
        onConfirm={close}
        onCancel={close}
      >
        <p>导入后又被修改过的记录会保留，并列出来。</p>
      </ConfirmDialog>
      <ReasonDialog
        open={open === 'reason'}
        title="查看完整档案"
        confirmLabel="申请查看"
        presets={['入户走访前了解情况', '核对监护人信息']}
        onConfirm={close}
        onCancel={close}
      >
        <p>您的查看会记入审计记录。</p>
      </ReasonDialog>
    </div>
  )
}
