#pragma once

#include "analysis/reach/judge.h"
#include "analysis/reach/reach.h"

namespace reach {

/// What the flows of a question show, in one world.
struct Tally {
  bool anyYes = false, anyNo = false, anyUnknown = false;
  bool maybeYes = false, maybeNo = false;  ///< of flows that may not exist
  std::optional<Flow> yes{}, no{}, unknown{};
  int fewestBarriers = 1'000'000;
  bool byClientPorts = false;                              ///< rules tell clients' ports apart
  const Reason* why = nullptr;                             ///< of the first unknown
  const Reason* nobody = nullptr;                          ///< why there are no flows at all, for certain
  std::map<int, std::vector<std::pair<int, int>>> open{};  ///< by protocol: the ports that some flow passes on

  Word word() const;
  /// Takes the result of a flow that stands for the ports up to `lastPort`; `maybe` is why the flow may not exist.
  void note(const Flow&, int lastPort, const Result&, const Reason* maybe);
};

/// Puts a question to a network.
class Asker {
 public:
  Asker(const Network& network, Detail detail) : network_{network}, detail_{detail} {}
  Answer ask(const Question&);

 private:
  struct Source {
    Party party{};
    const Reason* maybe = nullptr;
    std::vector<Addr> ipv4{}, ipv6{};  ///< one of each stretch
    bool isHost = false;               ///< of the template, a subnet or a private range

    const std::vector<Addr>& addresses(Family family) const { return family == Family::ipv4 ? ipv4 : ipv6; }
  };

  // ask_ends.cpp
  std::vector<Source> ends(const End&, const End& other, bool isSource);
  void named(const std::string& id, std::vector<Source>&);
  void range(const IpRange&, const End& other, bool isSource, std::vector<Source>&);
  void members(const IpRange&, const std::set<Index<Vpc>>& near, bool isSource, std::vector<Source>&);
  void anybody(const IpRange&, const std::set<Index<Vpc>>& near, std::vector<Source>&);
  void behind(const IpRange&, const std::set<Index<Vpc>>& near, std::vector<Source>&);
  std::set<Index<Vpc>> near(const End& other) const;
  bool isTaken(const IpRange&) const;
  bool leadsBehind(Index<Vpc>) const;
  Source anybodyIn(Index<Subnet>, Tri hasIpv6, std::string_view id);
  std::set<Index<Vpc>> vpcsOf(const End&) const;
  void cutAddresses(std::vector<Source>&, const End&, const std::vector<IpRange>& except, const Cuts&, int usual);
  std::vector<Addr> addressesBehind(const IpRange&, const Cuts&) const;
  std::vector<Addr> outsideAddresses(Family, const std::optional<IpRange>&, const std::vector<IpRange>& except,
                                     const Cuts&) const;

  // tally.cpp
  Tally tally(const Question&, Judge&);
  Cuts cutsOf(const Question&, Judge&, const std::vector<Source>& from, const std::vector<Source>& to) const;
  void flows(const Question&, Judge&, const Cuts&, const std::vector<Source>& from, const std::vector<Source>& to,
             Tally&) const;
  template <class Visit>
  void forEachPair(const Question&, const std::vector<Source>& from, const std::vector<Source>& to, Visit) const;
  template <class Visit>
  static void forEachFlow(const Question&, const Cuts&, Family, const Source& from, const Source& to, Visit);
  template <class Visit>
  static void forEachAddress(Flow&, const Source& from, const Source& to, Visit);
  const Reason* maybeOf(const Question&, Family, const Source& from, const Source& to) const;
  const Reason* elsewhere(const End&) const;
  const Reason* withoutIpv6(const Question&, const std::vector<Source>& from, const std::vector<Source>& to);
  static bool shareSubnet(const std::vector<Source>& from, const std::vector<Source>& to);
  bool hasIpv6(const Question&, const Source& from, const Source& to) const;
  Tri forwardsIpv6(const Question&, const Source& to) const;

  std::optional<Answer> withoutFlows(const Question&) const;
  Answer pivot(const Question&);
  Answer answerOf(const Question&, Judge&, const Tally&);
  void addAssumptions(const Question&, const Judge&, const Tally&, Answer&) const;
  Witness witnessOf(const Flow&, const Result&) const;
  std::string flowText(const Flow&) const;

  const Network& network_;
  const Detail detail_;
  std::deque<Groups> open_;  ///< of hosts that are not in the template
  std::deque<std::string> names_;
  const Reason* nobody_ = nullptr;  ///< why an end is nobody
  std::deque<Reason> reasons_;
};

Line lineOf(Truth, std::string text, const Place&);

/// Whether the end is the internet, or a range of it.
bool isOutside(const Network&, const End&);

}  // namespace reach
