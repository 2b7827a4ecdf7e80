import type { OverlayWords } from './overlay.ts';

export const overlay: OverlayWords = {
  collapse: '收起',
  expand: '展開行情',
  backToTop: '回頂部',
  hideHere: '本站隱藏',
  hidden: '已在本站隱藏',
  undo: '復原',
  noAnswer: '暫無資料來源回應',
  conversion: '按 {date} 官方匯率折算（{source}），非場外價。',
};
