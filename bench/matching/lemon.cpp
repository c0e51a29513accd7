// The peer: LEMON's network simplex and cost scaling on the same instance, through its public interface.
//   g++ -O3 lemon.cpp -o lemon && ./lemon ns|cs FILE REPEATS
// FILE: little-endian int64: mentees, mentors, candidates; penalty of each mentee; places of each mentor; then for each
// candidate mentee, mentor, score. Prints «milliseconds (median) objective».
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>
#include <algorithm>
#include <ctime>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <vector>

using namespace lemon;
using Number = int64_t;
using Graph = StaticDigraph;

struct Arc { int from, to; Number capacity, cost; };

template <class Solver>
void run(const Graph& graph, const std::vector<Arc>& arcs, int source, int sink, Number flow, int repeats) {
	Graph::ArcMap<Number> capacity(graph), cost(graph);
	for (size_t at = 0; at < arcs.size(); at++) {
		capacity[graph.arc(at)] = arcs[at].capacity;
		cost[graph.arc(at)] = arcs[at].cost;
	}
	std::vector<double> times;
	Number objective = 0;
	for (int time = 0; time < repeats; time++) {
		const std::clock_t began = std::clock();
		Solver solver(graph);
		solver.upperMap(capacity).costMap(cost).stSupply(graph.node(source), graph.node(sink), flow);
		solver.run();
		times.push_back(1000.0 * (std::clock() - began) / CLOCKS_PER_SEC);
		objective = -solver.template totalCost<Number>();
	}
	std::sort(times.begin(), times.end());
	std::printf("%.2f %lld\n", times[times.size() / 2], (long long)objective);
}

int main(int, char** argv) {
	FILE* file = std::fopen(argv[2], "rb");
	auto next = [&] { Number value = 0; if (std::fread(&value, 8, 1, file) != 1) std::exit(2); return value; };
	const Number mentees = next(), mentors = next(), candidates = next();
	const int source = 0, sink = 1 + mentees + mentors;
	std::vector<Arc> arcs;
	for (int i = 0; i < mentees; i++) {
		arcs.push_back({source, 1 + i, 1, 0});
		arcs.push_back({1 + i, sink, 1, next()});
	}
	for (int j = 0; j < mentors; j++) arcs.push_back({int(1 + mentees + j), sink, next(), 0});
	for (Number at = 0; at < candidates; at++) {
		const int i = next(), j = next();
		arcs.push_back({1 + i, int(1 + mentees + j), 1, -next()});
	}
	std::sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) { return a.from < b.from || (a.from == b.from && a.to < b.to); });
	std::vector<std::pair<int, int>> ends;
	for (const Arc& arc : arcs) ends.push_back({arc.from, arc.to});
	Graph graph;
	graph.build(sink + 1, ends.begin(), ends.end());
	const int repeats = std::atoi(argv[3]);
	if (!std::strcmp(argv[1], "ns")) run<NetworkSimplex<Graph, Number>>(graph, arcs, source, sink, mentees, repeats);
	else run<CostScaling<Graph, Number>>(graph, arcs, source, sink, mentees, repeats);
}
