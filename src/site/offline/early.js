var said=@said,root=document.documentElement,troubled,waiting;
function spoken(){
var asked=/^#\/(en|ko|zh)\//.exec(location.hash),all=[asked&&asked[1]].concat(navigator.languages||[navigator.language||""]),i,own;
for(i=0;i<all.length;i++){own=(all[i]||"").slice(0,2).toLowerCase();if(said.hasOwnProperty(own))return own}
return "@first";
}
var speaks=spoken();
root.lang=said[speaks].tag;
root.setAttribute("data-speaks",speaks);
function tell(id,text){
var line=document.getElementById(id);
if(!line)return setTimeout(function(){tell(id,text)},20);
line.textContent=text;line.hidden=false;
}
// What is no text in percent signs is taken as it stands.
function readable(text){try{return decodeURIComponent(text)}catch(fault){return text}}
// The first cause counts: others follow from it.
function trouble(kind){
if(troubled)return;
troubled=kind;root.setAttribute("data-trouble",kind);tell("fault",said[speaks][kind]);
}
function lacking(){return !("noModule" in document.createElement("script"))||!window.Promise||!window.URLSearchParams||!window.BigInt||!window.ResizeObserver||!window.TextDecoder||!window.DecompressionStream}
// Found at once, said when it is known that the file is whole.
waiting=lacking()?"old":window.WebAssembly?waiting:"wasm";
// What could not be read is no fault of the browser where the end of the file is missing.
function wait(kind){if(document.readyState==="loading")waiting=waiting||kind;else trouble(kind)}
addEventListener("error",function(event){if(event.target===window&&!root.hasAttribute("data-shown"))wait("start")});
document.addEventListener("DOMContentLoaded",function(){
if(!document.getElementById("end"))trouble("cut");
else if(waiting)trouble(waiting);
if(/\.(zip|7z|rar)\b|\/(temp|tmp)\/.*(zip|7z|rar)/i.test(readable(location.pathname)))tell("note",said[speaks].archive);
});
