var files=@files,asked={};
function get(file){return fetch(file[0],{integrity:file[1]})}
function ask(bundle){
return asked[bundle]=asked[bundle]||get(files.words[bundle]).then(function(reply){if(reply.ok)return reply.text();throw new Error(bundle)});
}
window.words=function(bundle,then){ask(bundle).then(then,function(){delete asked[bundle];then()})};
function load(part){
return part.done=part.done||fetched(part).catch(function(fault){delete part.done;throw fault});
}
function fetched(part){
var style=document.createElement("link");
style.rel="stylesheet";style.href=part.style[0];style.integrity=part.style[1];
document.head.append(style);
return import(part.glue[0]).then(function(program){return program.default({module_or_path:get(part.wasm)})});
}
