#!/usr/bin/env python3
"""A second, independent computation of the numbers of Lodestone.

It reads the published tables of static-data and follows the definition of the model (what a magnet costs, shocks,
demand, balance and recycling, supply and price response) with the default inputs. It shares no code with the Rust
program and uses the standard library only, so that the two can be compared number by number.

    python3 tests/second/recompute.py [path of static-data]

prints one JSON object {"name": number, ...}. Units are in the names: usd per unit, t per year, kg per unit; "local" is
KRW for the motor and the turbine and the importer's currency for a bill; shares are fractions of 1.
"""
import csv
import functools
import json
import math
import re
import statistics
import sys
from pathlib import Path

DATA = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "static-data"
METALS = ("nd", "pr", "dy", "tb")
FIRST_SALES, THRIFT_FROM = 2010, 2025
VEHICLES = ("car-bev", "car-phev", "car-fcev", "van", "bus", "truck")
WIND = ("wind-onshore", "wind-offshore")
OTHERS = ("robot", "humanoid", "steering")
APPLICATIONS = VEHICLES + WIND + OTHERS


# ---- tables and expressions ----------------------------------------------------------------------------------------

@functools.cache
def table(name):
    """The rows of a table, in the order of the file."""
    with open(DATA / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cell(match):
    """The number that [table/row] or [table/row.column] stands for."""
    name, row_id, column = match.group(1), match.group(2), match.group(3)
    (row,) = [row for row in table(name) if row["id"] == row_id]
    columns = [column] if column else ["central", "value", "share"]
    return "(" + repr(float(next(row[c] for c in columns if row.get(c)))) + ")"


def ranks(values):
    """The place of each value in ascending order, from 1; equal values share the middle of their places."""
    ordered = sorted(values)
    first, last = (lambda v: ordered.index(v) + 1), (lambda v: len(ordered) - ordered[::-1].index(v))
    return [(first(v) + last(v)) / 2 for v in values]


def spearman(one, other):
    """The rank correlation of two lists: the correlation of their ranks."""
    return statistics.correlation(ranks(one), ranks(other))


def number(text):
    """The value of an expression, or None for an empty cell."""
    if not text.strip():
        return None
    text = re.sub(r"spearman\(([^;()]*);([^;()]*)\)", r"spearman((\1), (\2))", text)
    python = re.sub(r"\[([^/\]]+)/([^\].]+)(?:\.([^\]]+))?\]", cell, text).replace("^", "**")
    names = {"ln": math.log, "min": min, "max": max, "median": lambda *values: statistics.median(values),
             "spearman": spearman}
    return float(eval(python, {"__builtins__": {}}, names))  # the files are our own


P = {row["id"]: number(row["central"]) for row in table("parameters")}  # every input at its central value


# ---- chemistry and process -----------------------------------------------------------------------------------------

def oxide_per_metal(metal):
    """s(e): kg oxide per kg metal; "ndpr" is the metal of NdPr oxide with x of its mass Nd2O3."""
    if metal == "ndpr":
        x = P["nd2o3-in-ndpr-oxide"]
        return 1 / (x / oxide_per_metal("nd") + (1 - x) / oxide_per_metal("pr"))
    return P[f"oxide-per-metal-{metal}"]


def composition(magnet):
    """w(e): mass fractions of the magnet of a motor ("ev"), a turbine ("wind") or anything else ("other")."""
    return {e: P[f"{magnet}-w-{e}"] for e in METALS}


def gross_factor():
    """k: kg of metal bought per kg of metal that ends in the magnet."""
    u, r = P["process-utilisation"], P["process-swarf-recovery"]
    return 1 / u - r * (1 / u - 1)


def motor_kg(by="unit"):
    return P["ev-power-kw"] * P["ev-g-per-kw"] / 1000 if by == "power" else P["ev-magnet-kg"]


def turbine_kg(drive="direct"):
    return P["wind-mw"] * P[f"wind-kg-per-mw-{drive}"]


# ---- prices and cost -----------------------------------------------------------------------------------------------

def oxide_price(metal, buyer):
    europe = buyer == "controlled" and metal in ("dy", "tb")
    return P[f"price-{metal}-oxide-europe"] if europe else P[f"price-{metal}-oxide"]


def metal_price(metal, buyer):
    """P_met(e) in USD per kg of metal, as the buyer pays it (a shock in money is added to this price)."""
    price = P["process-metal-per-oxide"] * oxide_price(metal, buyer) * oxide_per_metal(metal) / oxide_per_metal("ndpr")
    return price / (1 + P["market-vat"]) if buyer == "china" else price


def metal_prices(buyer="outside"):
    return {e: metal_price(e, buyer) for e in METALS}


def rare_earth_cost(w, prices, k):
    """c_RE in USD per kg of finished magnet."""
    return k * sum(w[e] * prices[e] for e in METALS)


def magnet_cost(w, prices, base, k):
    """c_mag = c_RE + c_other in USD per kg; c_other comes from the base prices and does not move with a shock."""
    share = P["cost-re-share"]
    other = rare_earth_cost(w, base, k) * (1 - share) / share
    return rare_earth_cost(w, prices, k) + other


# ---- shocks --------------------------------------------------------------------------------------------------------

def supply_lost(share, outage, months, reading):
    """The part of the world's supply that is lost."""
    return share * outage * months / 12 if reading == "rate" else share * outage


def price_factor(lost, kappa):
    return (1 - lost) ** -kappa


def cost_factor(rate_factor):
    """How much the cost in local money rises when the rate (local per USD) is multiplied by rate_factor."""
    return 1 + P["fx-foreign-share"] * (1 - P["fx-hedged"]) * P["fx-pass-through"] * (rate_factor - 1)


def shocked(shocks, base, kappa, part=None, vat=1.0):
    """The list of shocks applied in order: prices after, rate factor of the won, supply lost, its price factor.

    A rise in money is a rise of the quoted price: a buyer who gets the tax back pays it without the tax (vat is 1.13)."""
    after = {"prices": dict(base), "rate": 1.0, "lost": 0.0, "factor": 1.0}
    prices = after["prices"]
    for kind, *words in shocks:
        if kind == "price":  # price:nd-metal:x
            prices[words[0].removesuffix("-metal")] += float(words[1]) / vat
        elif kind == "relative":  # relative:all|light|dy:x
            for e in {"all": METALS, "light": ("nd", "pr")}.get(words[0], (words[0],)):
                prices[e] *= 1 + float(words[1])
        elif kind == "rate":  # rate:krw:value:x, the won loses x of its value in USD
            after["rate"] /= 1 - float(words[2])
        elif kind == "outage":  # outage:stage:country:reading:o:months
            share = part or (1.0 if words[1] == "world" else mining_shares()[words[1]])
            after["lost"] = supply_lost(share, float(words[3]), float(words[4]), words[2])
            after["factor"] = price_factor(after["lost"], kappa)
            for e in METALS:
                prices[e] *= after["factor"]
    return after


def default_shocks():
    return [["price", "nd-metal", P["shock-price-abs"]], ["rate", "krw", "value", P["shock-fx"]]]


def scenario(scenario_id):
    """The shocks of a row of scenarios.csv, its kappa, and the supplier's share where it names one."""
    (row,) = [row for row in table("scenarios") if row["id"] == scenario_id]
    filled = re.sub(r"\{([^}]*)\}", lambda match: repr(number(match.group(1))), row["shocks"])
    settings = re.sub(r"\{([^}]*)\}", lambda match: repr(number(match.group(1))), row["set"])
    settings = dict(part.strip().split("=") for part in settings.split(";") if part.strip())
    kappa = kappas()[settings["kappa"]] if "kappa" in settings else P["kappa"]
    part = float(settings["outage-source-share"]) if "outage-source-share" in settings else None
    return [shock.strip().split(":") for shock in filled.split(";")], kappa, part


def product(name, kg, magnet, buyer="outside", shocks=None, kappa=None, part=None):
    """Cost of the magnets of one motor or turbine before and after the shocks (by default the default shocks)."""
    w, k, base = composition(magnet), gross_factor(), metal_prices(buyer)
    after = shocked(default_shocks() if shocks is None else shocks, base, P["kappa"] if kappa is None else kappa, part,
                    1 + P["market-vat"] if buyer == "china" else 1.0)
    before_usd = kg * magnet_cost(w, base, base, k)
    after_usd = kg * magnet_cost(w, after["prices"], base, k)
    contained_usd = kg * (rare_earth_cost(w, after["prices"], 1) - rare_earth_cost(w, base, 1))
    return {
        f"{name}-magnet-kg": kg,
        f"{name}-before-usd": before_usd,
        f"{name}-after-usd": after_usd,
        f"{name}-difference-usd": after_usd - before_usd,
        f"{name}-contained-usd": contained_usd,
        f"{name}-before-local": before_usd * P["fx-krw"],
        f"{name}-after-local": after_usd * P["fx-krw"] * cost_factor(after["rate"]),
        f"{name}-magnet-usd-per-kg": after_usd / kg,
        "supply-lost": after["lost"],
        "nd-price-factor": after["factor"],
    }


def motor(by="unit", **options):
    return product("motor", motor_kg(by), "ev", **options)


def turbine(drive="direct", **options):
    return product("turbine", turbine_kg(drive), "wind", **options)


def bill_usd(importer):
    """A year's imports of magnets, in USD after the default shocks."""
    base = metal_prices()
    after = shocked(default_shocks(), base, P["kappa"])
    return P[f"import-{importer}"] * 1000 * magnet_cost(composition("other"), after["prices"], base, gross_factor())


# ---- demand --------------------------------------------------------------------------------------------------------

@functools.cache
def points(series, outlook):
    """The given years of a series: history, outlook and the chosen projection."""
    chosen = ("history", "outlook", outlook)
    rows = [row for row in table("series") if row["series"] == series and row["scenario"] in chosen]
    return {int(row["year"]): number(row["value"]) for row in rows}


def value_in(series, year, outlook="steps"):
    """The series in a year: between given years geometrically (linearly from or to zero), outside them None."""
    given = points(series, outlook)
    if year in given:
        return given[year]
    if not min(given) < year < max(given):
        return None
    t0, t1 = max(y for y in given if y < year), min(y for y in given if y > year)
    n0, n1, part = given[t0], given[t1], (year - t0) / (t1 - t0)
    return n0 * (n1 / n0) ** part if n0 > 0 and n1 > 0 else n0 + (n1 - n0) * part


def units(application, year, outlook):
    """N: vehicles, robots or MW of wind (on land and at sea together) of a year, or None."""
    if application in ("van", "bus", "truck"):
        found = [value_in(f"{application}-{drive}", year, outlook) for drive in ("bev", "phev", "fcev")]
        found = [n for n in found if n is not None]
        return sum(found) if found else None
    return value_in("wind" if application in WIND else application, year, outlook)


def kg_per_unit(application):
    """phi m: kg of magnet per unit, times the share of the units that have such a magnet."""
    if application in WIND:
        place = application.removeprefix("wind-")
        of_all = P["offshore-share"] if place == "offshore" else 1 - P["offshore-share"]
        return of_all * sum(P[f"{place}-{d}-share"] * P[f"wind-kg-per-mw-{d}"] for d in ("direct", "geared"))
    if application in VEHICLES:
        return P["pm-share-ev"] * (motor_kg() if "car-" in application else P[f"{application}-magnet-kg"])
    return (P["steering-share"] if application == "steering" else 1) * P[f"{application}-magnet-kg"]


def magnet_of(application):
    return "ev" if application in VEHICLES else "wind" if application in WIND else "other"


def magnet_t(application, year, outlook="steps"):
    """D in t of magnet, or None where the year has no units."""
    n = units(application, year, outlook)
    return None if n is None else n * kg_per_unit(application) * (1 - P["thrift"]) ** (year - THRIFT_FROM) / 1000


def contained_t(tonnes):
    """Metals in the magnets of {application: t of magnet}."""
    return {e: sum(t * composition(magnet_of(a))[e] for a, t in tonnes.items()) for e in METALS}


def ndpr_oxide(metals):
    return metals["nd"] * oxide_per_metal("nd") + metals["pr"] * oxide_per_metal("pr")


def demand(year, outlook="steps"):
    """The demand of a year by application, by metal and in groups; what has no figure is left out."""
    tonnes = {a: magnet_t(a, year, outlook) for a in APPLICATIONS}
    tonnes = {a: t for a, t in tonnes.items() if t is not None}
    metals = contained_t(tonnes)
    parts = {**tonnes, **metals, "magnet": sum(tonnes.values()), "ndpr-oxide": ndpr_oxide(metals),
             "vehicles": sum(tonnes[a] for a in VEHICLES), "wind": sum(tonnes[a] for a in WIND)}
    return {f"demand-{name}-t": t for name, t in parts.items()}


# ---- balance and recycling -----------------------------------------------------------------------------------------

def life(application):
    """Scale of the lifetime of a product, in years."""
    if application in WIND:
        return P["life-turbine"]
    return P["life-vehicle"] if application in VEHICLES + ("steering",) else P["life-other"]


def retired(age, scale):
    """F: the share of the products of one year that is out of use at this age (Weibull)."""
    return 1 - math.exp(-((age / scale) ** P["life-shape"]))


def secondary_t(year):
    """NdPr oxide (t) recovered in a year from the products of 2010 to the year before."""
    tonnes = {a: 0.0 for a in APPLICATIONS}
    for a in APPLICATIONS:
        for sold in range(FIRST_SALES, year):
            leaving = retired(year - sold, life(a)) - retired(year - sold - 1, life(a))
            tonnes[a] += (magnet_t(a, sold) or 0.0) * leaving
    return ndpr_oxide(contained_t(tonnes)) * P["collection"] * P["recovery"]


def balance(year):
    """The balance of NdPr oxide; supply is that of the mines, so that the gap is the published one."""
    wanted, secondary = value_in("ndpr-demand", year), secondary_t(year)
    mines = value_in("ndpr-supply", year) - secondary
    gap = mines + secondary - wanted
    return {"balance-supply-t": mines, "balance-secondary-t": secondary, "balance-demand-t": wanted,
            "balance-gap-t": gap, "balance-gap-share": gap / wanted}


# ---- supply, concentration, price response, history ------------------------------------------------------------------

def country_name(text):
    """Country in lower case with dashes; "world" for a printed world total."""
    if text in ("World", "World total", "World total (rounded)"):
        return "world"
    return {"Burma": "Myanmar", "USA": "United States"}.get(text, text).lower().replace(" ", "-")


def edition_year(edition):
    return max(map(int, re.findall(r"(?:19|20)\d\d", edition)), default=0)


def mining_shares(edition=""):
    """Shares of the countries in the newest year with more than one country. The edition of each figure is the newest
    of the USGS, or only those that name the given year."""
    tonnes, seen = {}, {}
    for row in table("production"):
        if row["product"] != "mine production" or "BGS" in row["edition"] or edition not in row["edition"]:
            continue
        key, newness = (int(row["date"][:4]), country_name(row["country"])), edition_year(row["edition"])
        if key not in seen or newness > seen[key]:
            tonnes[key], seen[key] = float(row["value"]), newness
    years = {}
    for (year, country), value in tonnes.items():
        if country not in ("world", "other-countries"):
            years.setdefault(year, {})[country] = value
    year = max(year for year, countries in years.items() if len(countries) > 1)
    total = tonnes.get((year, "world"), sum(years[year].values()))
    return {country: value / total for country, value in years[year].items()}


def herfindahl(shares):
    """Lower and upper bound: the countries that are not named are many, or are one."""
    lower = sum(share ** 2 for share in shares.values())
    return lower, lower + (1 - sum(shares.values())) ** 2


def kappas():
    return {row["id"]: math.log(number(row["price_ratio"])) / -math.log(number(row["quantity_ratio"]))
            for row in table("elasticities")}


def history_error(row):
    """Predicted over observed, minus 1, for a row of episodes.csv."""
    driver, observed = number(row["driver"]), number(row["observed"])
    if row["kind"] == "price-response":
        predicted = driver ** -P["kappa"]
    else:
        ratio = 1 if row["element"] == "ndpr" else oxide_per_metal(row["element"]) / oxide_per_metal("ndpr")
        predicted = driver * P["process-metal-per-oxide"] * ratio
    return predicted / observed - 1


# ---- all numbers ---------------------------------------------------------------------------------------------------

def prefixed(prefix, numbers, *names):
    return {prefix + name: numbers[name] for name in names or numbers}


def results():
    out = {"gross-factor": gross_factor()}
    out.update({f"oxide-per-metal-{e}": oxide_per_metal(e) for e in METALS + ("ndpr",)})
    out.update({f"metal-price-{e}-usd-per-kg": metal_price(e, "outside") for e in METALS})

    for name, numbers in (("motor", motor()), ("turbine", turbine())):
        out.update({key: value for key, value in numbers.items() if key.startswith(name)})
    out["motor-share-before"] = out["motor-before-usd"] / P["ev-product-cost"]
    out["motor-share-after"] = out["motor-after-usd"] / P["ev-product-cost"]
    cost = ("before-usd", "after-usd", "difference-usd")
    motor_cost, turbine_cost = [f"motor-{c}" for c in cost], [f"turbine-{c}" for c in cost]
    out.update(prefixed("drive=geared:", turbine("geared"), "turbine-magnet-kg", *turbine_cost))
    out.update(prefixed("magnet-by=power:", motor("power"), "motor-magnet-kg", *motor_cost))
    for buyer in ("china", "controlled"):
        out.update(prefixed(f"buyer={buyer}:", motor(buyer=buyer), *motor_cost))
        out.update(prefixed(f"buyer={buyer}:", turbine(buyer=buyer), *turbine_cost))

    for row in table("scenarios"):
        if row["shocks"] and not row["shocks"].startswith("demand:"):
            shocks, kappa, part = scenario(row["id"])
            prefix = f"scenario={row['id']}:"
            of_motor, of_turbine = motor(shocks=shocks, kappa=kappa, part=part), turbine(shocks=shocks, kappa=kappa, part=part)
            out.update(prefixed(prefix, of_motor, "motor-after-usd", "motor-difference-usd", "motor-after-local"))
            out.update(prefixed(prefix, of_turbine, "turbine-after-usd", "turbine-difference-usd"))
            if of_motor["supply-lost"]:
                out.update(prefixed(prefix, of_motor, "supply-lost", "nd-price-factor"))

    out.update(demand(2025))
    out.update(prefixed("2030:", demand(2030)))
    out.update(prefixed("outlook=aps,2030:", demand(2030, "aps"), "demand-magnet-t", "demand-vehicles-t"))
    for year in (2026, 2027):
        out.update(prefixed(f"{year}:", balance(year)))

    out["mining-herfindahl"], out["mining-herfindahl-upper"] = herfindahl(mining_shares())
    for country in ("china", "australia", "united-states", "myanmar"):
        out[f"share:mining:{country}"] = mining_shares()[country]
        out[f"usgs-2025:share:mining:{country}"] = mining_shares("2025")[country]

    for prefix, importer, rate in (("", "germany", P["fx-eur"]), ("importer=united-states:", "us", 1),
                                   ("importer=japan:", "japan", P["fx-jpy"])):
        out[prefix + "bill-usd"] = bill_usd(importer)
        out[prefix + "bill-local"] = bill_usd(importer) * rate

    out.update({f"kappa:{row_id}": value for row_id, value in kappas().items()})
    out.update({f"history:{row['id']}": history_error(row) for row in table("episodes")})
    return out


if __name__ == "__main__":
    print(json.dumps(results(), indent=1))
