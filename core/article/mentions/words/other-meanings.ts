/**
 * Tickers and names with another meaning in articles that contain these words: an office, a stock, a technical term.
 * There they need strong context to count as the coin. Case matters for firm names.
 */
export const OTHER_MEANINGS: ReadonlyMap<string, RegExp> = new Map([
  ['doge', /department of government efficiency|政府效率[部司]/i],
  ['ada', /americans with disabilities|残疾人法|无障碍|American D(?:ental|iabetes)/],
  ['apt', /advanced persistent threat|高级持续性威胁|\bAPT(?:-C-)?\d|\bAPT (?:group|组织)/i],
  ['asi', /superintelligence(?! alliance)|超级人?工?智能/i],
  [
    'cro',
    /chief (?:risk|revenue|restructuring) officer|首席(?:风险|营收|收入)官|contract research|clinical trial|临床|医药/i,
  ],
  ['dot', /department of transport|transportation department|交通部|运输部/i],
  ['leo', /low[- ]earth[- ]orbit|低轨|近地轨道/i],
  ['etc', /electronic toll|高速公路|收费站|通行费|电子收费|不停车收费/i],
  ['fet', /field[- ]effect transistor|场效应/i],
  ['ltc', /long[- ]term care|长期照[护顾]|长照/i],
  // Options use Greek letters too.
  ['theta', /\b(?:gamma|vega)\b/i],
  // Trading fees.
  ['maker', /\btakers?\b/i],
  // The video game character.
  ['sonic', /\bSega\b|hedgehog|索尼克|世嘉/i],
  // Stocks.
  [
    'strk',
    /preferred (?:stock|share|securit|equity)|STRK preferred|Strategy's STRK|优先股|特别股|\bSTR[CDF]\b/i,
  ],
  ['dash', /DoorDash/],
  ['comp', /\bCompass\b|workers' comp/],
  ['cake', /Cheesecake Factory|芝乐坊/],
  ['stx', /Seagate|希捷/],
  ['sui', /Sun Communities/],
  ['sei', /SEI Investments/],
  ['sand', /Sandstorm Gold/],
  ['ont', /Oxford Nanopore/],
  ['qnt', /Quantinuum/],
  ['axs', /Axis Capital/i],
]);
