(function(){
var own=["en","ko","zh"],query=new URLSearchParams(location.search),asked=query.get("lang");
function spoken(tag){var first=tag.split(/[-_]/)[0].toLowerCase();return own.indexOf(first)<0?null:first}
var language=[asked||""].concat(navigator.languages||[]).map(spoken).find(Boolean)||"en";
if(asked&&spoken(asked))query.delete("lang");
var old={shock:"calculator/",motor:"motor/",turbine:"turbine/",demand:"demand/",supply:"calculator/",uncertainty:"calculator/",checks:"calculator/",sources:"calculator/"};
var rest=String(query),page=old[location.hash.slice(1)]||(rest.replace(/(^|&)lang=[^&]*/,"")?"calculator/":"");
location.replace(language+"/"+page+(rest?"?"+rest:"")+location.hash);
})();
