ask("page");ask(files.own);
addEventListener("asked",function(){load(files.panel)},{capture:true,once:true});
function say(event){if(event.target!==window||event.error||event.reason){var line=document.getElementById("broken");if(line)line.hidden=false}}
addEventListener("error",say,true);
addEventListener("unhandledrejection",say);
