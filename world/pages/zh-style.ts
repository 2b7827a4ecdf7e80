// The text column is on the left of a 1200 px frame, so that a 1280 px window has about 480 px of free space beside it.
export const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1d2129;font:17px/1.9 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
a{color:inherit;text-decoration:none}
.wrap{max-width:1200px;margin:0 auto;padding:0 40px}
.top{border-bottom:1px solid #eceef1;background:#fff}
.top .wrap{display:flex;align-items:center;gap:32px;height:64px}
.brand{font-size:22px;font-weight:700;letter-spacing:.02em}
.brand span{color:#e5533d}
nav{display:flex;gap:24px;font-size:15px;color:#4e5969}
nav .on{color:#1d2129;font-weight:600}
.clock{margin-left:auto;text-align:right;font-size:13px;line-height:1.5;color:#86909c;font-variant-numeric:tabular-nums}
.clock time,.clock span{display:block;min-width:150px}
article{max-width:700px;padding-top:40px}
h1{margin:0 0 12px;font-size:32px;line-height:1.4;font-weight:700}
.by{margin:0 0 28px;font-size:14px;color:#86909c}
.abstract{margin:0 0 32px;padding:20px 24px;background:#f6f7f9;border-left:3px solid #e5533d;border-radius:0 6px 6px 0}
.abstract h2{margin:0 0 6px;font-size:15px;color:#e5533d}
.abstract p{margin:0;font-size:15px;line-height:1.8;color:#4e5969}
.content p{margin:0 0 1.3em;text-align:justify}
.content h2{margin:1.9em 0 .8em;font-size:21px;line-height:1.5}
.note{margin:40px 0 0;padding:16px 0;border-top:1px solid #eceef1;font-size:13px;line-height:1.8;color:#86909c}
.box{max-width:700px;margin-top:32px;padding:20px 24px;border:1px solid #eceef1;border-radius:8px}
.box h2{display:flex;justify-content:space-between;margin:0 0 12px;font-size:17px}
.box h2 a{font-size:13px;font-weight:400;color:#86909c}
.box ul{margin:0;padding:0;list-style:none}
.flash li{display:flex;gap:16px;padding:8px 0;font-size:15px;line-height:1.6}
.flash time{flex:none;color:#86909c;font-variant-numeric:tabular-nums}
.hot li{display:grid;grid-template-columns:64px 1fr 150px 120px 72px;padding:7px 0;font-size:14px;line-height:1.6;font-variant-numeric:tabular-nums}
.hot i{font-style:normal;color:#86909c}
.hot span,.hot em{text-align:right;font-style:normal}
.hot em{color:#e5533d}
.up{max-width:700px;margin:24px 0 56px;text-align:right;font-size:14px;color:#4e5969}
footer{padding:32px 0;background:#f6f7f9;font-size:13px;color:#86909c}
footer p{margin:0}
@media (max-width:800px){.wrap{padding:0 16px}nav{display:none}h1{font-size:24px}.hot li{grid-template-columns:52px 1fr 120px 64px}.hot span+span{display:none}}
`;
