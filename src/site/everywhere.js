(function(){
var query=new URLSearchParams(location.search),asked=query.get("lang"),theme=query.get("theme"),first,own;
if(theme==="dark"||theme==="light")document.documentElement.setAttribute("data-theme",theme);
if(asked!==null){
first=asked.split(/[-_]/)[0].toLowerCase();
own=["en","ko","zh"].indexOf(first)<0?null:first;
query.delete("lang");
var rest=(query.size===0||String(query)===""?"":"?"+query)+location.hash;
if(own&&own!=="@own")location.replace("@up"+own+"/@path"+rest);
else try{history.replaceState(null,"",location.pathname+rest)}catch(e){}
if(!own&&asked)addEventListener("DOMContentLoaded",function(){var line=document.getElementById("asked");line.append(asked);line.hidden=false});
}
function keep(event){
var link=event.target.closest&&event.target.closest("a[data-keep]");
if(!link)return;
link.search=location.search;
if(link.hreflang)link.hash=location.hash;
}
addEventListener("click",keep);
addEventListener("auxclick",keep);
addEventListener("load",function(){import("@up@kept")});
})();
