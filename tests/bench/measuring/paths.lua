-- For wrk: GET requests for the paths that stand in a file, one a line, over and over.
--
-- PATHS  the file

local paths, sent = {}, 0
for path in io.lines(os.getenv("PATHS")) do
  paths[#paths + 1] = path
end

function request()
  sent = sent + 1
  return wrk.format("GET", paths[(sent - 1) % #paths + 1])
end
