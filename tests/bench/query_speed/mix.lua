-- Queries for wrk on the graph that `corpus.py` makes: GET requests for results in JSON.
--
-- MIX       repeat: 999 texts drawn by Zipf's law;
--           small, medium, heavy: texts of one kind, none of them ever sent twice
-- RUN       a number; equal runs send equal texts, different ones share none but in "repeat"
-- CLUSTERS  how many clusters the graph holds
-- ENDPOINT  the path of the endpoint
-- CHECK     how many answers to look at; after them it prints how many values they held and how many
--           held none, and ends

local mix, endpoint = os.getenv("MIX"), os.getenv("ENDPOINT")
local run, clusters = tonumber(os.getenv("RUN")), tonumber(os.getenv("CLUSTERS"))
local check = tonumber(os.getenv("CHECK") or "0")

local TEXTS_OF_A_RUN = 1e6
local RUNS = 1e7
local PREFIXES = "PREFIX cg: <https://w3id.org/clustergraph/ns#> "
  .. "PREFIX id: <https://w3id.org/clustergraph/id/> "
  .. "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "

local kinds = {}

function kinds.small(i, name)
  local project = i % clusters * 7919 % clusters
  return string.format("SELECT ?p ?o%s { id:project-%d ?p ?o%s }", name, project, name)
end

function kinds.medium(i, name)
  return string.format(
    "SELECT ?c ?l { ?p%s cg:fundedBy id:organisation-%d ; cg:partner ?c . ?c skos:prefLabel ?l } LIMIT %d",
    name, 20 + i % 77, 200 + i % 900)
end

-- Cluster i has sector i % 40 and place i % 500: only pairs equal modulo 20 hold clusters.
function kinds.heavy(i, name)
  local place = i % 20 + 20 * (math.floor(i / 40) % 25)
  return string.format(
    "SELECT ?f (COUNT(?p) AS ?n) { ?p cg:partner ?c%s ; cg:fundedBy ?f . "
    .. "?c%s cg:sector id:sector-%d ; cg:locatedIn id:place-%d } GROUP BY ?f ORDER BY DESC(?n) LIMIT %d",
    name, name, i % 40, place, 5 + i % 50)
end

local function kind_of_repeated(rank)
  if rank % 10 == 0 then return "heavy" end
  return rank % 3 == 0 and "medium" or "small"
end

local function encoded(text)
  return (text:gsub("[^%w%-_%.~]", function(c) return string.format("%%%02X", c:byte()) end))
end

local counter = 0

local function next_text()
  counter = counter + 1
  if mix == "repeat" then
    local rank = math.floor(1000 ^ math.random())
    return kinds[kind_of_repeated(rank)](rank, tostring(rank))
  end
  return kinds[mix](counter, string.format("%.0f", counter))
end

function init()
  math.randomseed(run)
  counter = run % RUNS * TEXTS_OF_A_RUN
end

function request()
  local path = endpoint .. "?query=" .. encoded(PREFIXES .. next_text())
  return wrk.format("GET", path, { ["Accept"] = "application/sparql-results+json" })
end

if check > 0 then
  local answers, values, empty = 0, 0, 0

  function response(status, _, body)
    local _, found = body:gsub('"value"%s*:', "")
    answers, values = answers + 1, values + found
    if status ~= 200 or found == 0 then empty = empty + 1 end
    if answers < check then return end
    print(string.format("CHECK %d answers %d values %d empty", answers, values, empty))
    os.exit(0) -- else wrk goes on for as long as it was told to
  end
end
