/* What a reader needs: a profile of the dataset, weights and requirements of their own; as numbers, a command and YAML. */
(function () {
  'use strict';

  const parts = window.meshreportParts;
  const MOST_NAMED = 8;

  /* "02.50" as 2.5; null for what is no weight to the program: a decimal from 0 on of at most 15 digits. */
  function weightOf(text) {
    const found = /^(\d+)(?:\.(\d+))?$/.exec(text.trim());
    if (!found || (found[1] + (found[2] || '')).length > 15) return null;
    const digits = (found[2] || '').replace(/0+$/, '');
    return found[1].replace(/^0+(?=\d)/, '') + (digits ? '.' + digits : '');
  }

  /* What is enough for a requirement, from a yes on: the words in an address and on a command line, and what they let pass. */
  const ENOUGH = { yes: 'y', partial: 'yp', unknown: 'ypu' };

  /* "mtls=partial" as its feature and what is enough; without a word a yes. */
  function needOf(text) {
    const [id, word] = text.split('=');
    return { id, enough: Object.hasOwn(ENOUGH, word) ? ENOUGH[word] : 'y' };
  }

  function needText({ id, enough }) {
    const word = Object.keys(ENOUGH).find((key) => ENOUGH[key] === enough);
    return word === 'yes' ? id : id + '=' + word;
  }

  /* What a product says to it is enough: words never are. */
  function isMet(need, like) {
    return like !== '' && need.enough.includes(like);
  }

  /* An id as YAML, in quotes where it could be taken for something else. */
  function yamlId(id) {
    return /^[A-Za-z][\w-]*$/.test(id) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(id) ? id : '"' + id + '"';
  }

  parts.needs = function (report) {
    const { config, table } = report;
    const profiles = config.profiles || [];
    const asked = config.ranking;
    const none = { id: '', name: '', description: '', partial: '0.5', require: [], weights: [], without: [] };

    /* Features that are required and not shown: what the products say to them came along. */
    const hidden = new Map();
    for (const { require } of asked ? [...profiles, asked] : profiles) {
      for (const one of require) if (one.likes) hidden.set(one.id, { id: one.id, name: one.name, likes: Array.from(one.likes, (like) => like.replace('-', '')) });
    }

    /* A feature, shown or not: its name, and what the products say to it. */
    function featureOf(id) {
      return table.rowById.get(id) || hidden.get(id);
    }

    function nameOf(id) {
      return featureOf(id).name;
    }

    function profileOf(id) {
      return profiles.find((profile) => profile.id === id) || none;
    }

    /* By row: its own weight, or what the lists say, categories first. */
    function weigh(rows, ...lists) {
      const weights = new Map(rows.map((row) => [row.id, row.weight]));
      for (const list of lists) {
        for (const [id, isCategory, weight] of list) {
          if (isCategory) for (const row of rows) if (row.category.id === id) weights.set(row.id, weight);
        }
        for (const [id, isCategory, weight] of list) if (!isCategory && weights.has(id)) weights.set(id, weight);
      }
      return weights;
    }

    /* An id that a feature and a category share means the feature, as on the command line. */
    function isCategory(id) {
      return !table.rowById.has(id) && table.categoryById.has(id);
    }

    function ownList(of) {
      return Array.from(of.weight, ([id, weight]) => [id, isCategory(id), weight]);
    }

    function weightsOf(of) {
      return weigh(table.rows, profileOf(of.profile).weights, ownList(of));
    }

    /* Without the reader's own word: what an empty field means. */
    function givenWeights(of) {
      return weigh(table.rows, profileOf(of.profile).weights);
    }

    /* The requirements of the profile, then the reader's, which win. */
    function requirementsOf(of) {
      const made = new Map(profileOf(of.profile).require.map((one) => [one.id, { id: one.id, isPartialEnough: Boolean(one.partial), isOfProfile: true }]));
      for (const { id, enough } of of.must.map(needOf)) made.set(id, { id, isPartialEnough: enough !== 'y', isOfProfile: made.has(id) });
      return Array.from(made.values(), (one) => ({ ...one, name: nameOf(one.id), likes: featureOf(one.id).likes }));
    }

    /* How the page was made: what --weight and --require said is what the profile does not say. */
    function initialNeeds() {
      if (!asked) return { rank: false, profile: '', weight: new Map(), must: [] };
      const own = profileOf(asked.profile);
      const given = weigh(table.rows, own.weights);
      const all = table.products.map((product) => product.index);
      const weight = new Map();
      for (const [i, row] of table.rows.entries()) {
        if (given.get(row.id) !== asked.weights[i] && !row.isFact(all)) weight.set(row.id, asked.weights[i]);
      }
      const isSaid = (one) => own.require.some((other) => other.id === one.id && Boolean(other.partial) === Boolean(one.partial));
      return { rank: true, profile: own.id, weight, must: asked.require.filter((one) => !isSaid(one)).map((one) => needText({ id: one.id, enough: one.partial ? 'yp' : 'y' })) };
    }

    /* The ranking of what is shown; null where nothing is left to count. */
    function rank(of, rows, columns) {
      const weights = weightsOf(of);
      const rowAt = new Map(rows.map((row, i) => [row.id, i]));
      const without = new Set(profileOf(of.profile).without);
      const requirements = requirementsOf(of);
      const pick = (likes) => columns.map((i) => likes[i]);
      const made = parts.rank({
        likes: rows.map((row) => pick(row.likes)),
        weights: rows.map((row) => (row.isFact(columns) ? '0' : weights.get(row.id))),
        partial: profileOf(of.profile).partial,
        requirements: requirements.map((one) => ({ likes: pick(one.likes), isPartialEnough: one.isPartialEnough, row: rowAt.has(one.id) ? rowAt.get(one.id) : null })),
        without: new Set(columns.map((i, at) => at).filter((at) => without.has(columns[at]))),
      }, columns.length);
      return made && { ...made, rows, columns, requirements, weights: rows.map((row) => (row.isFact(columns) ? null : weights.get(row.id))) };
    }

    /* Names and weights: a category stands for its rows where there are several and all weigh the same. */
    function weighed(counted) {
      const groups = new Map();
      for (const [row, weight] of counted) {
        if (!groups.has(row.category)) groups.set(row.category, []);
        groups.get(row.category).push([row.name, weight]);
      }
      return Array.from(groups).flatMap(([{ name }, own]) => (name && own.length > 1 && own.every((pair) => pair[1] === own[0][1]) ? [[name, own[0][1]]] : own));
    }

    /* What it was counted by, as plugins/common/ranking says it. */
    function basis({ requirements, rows, weights }, { partial }) {
      const { word } = report;
      const told = [];
      if (requirements.length) told.push(word('ranking_requirements') + ': ' + requirements.map((one) => one.name + (one.isPartialEnough ? ' (' + word('yes') + ', ' + word('partial') + ')' : '')).join(', ') + '.');
      const named = partial === '0.5' ? [] : [[word('partial'), partial]];
      const counted = rows.map((row, i) => [row, weights[i]]).filter((pair) => pair[1] !== null);
      if (new Set(counted.map((pair) => pair[1])).size > 1) named.push(...weighed(counted).filter((pair) => pair[1] !== '1'));
      const list = named.slice(0, MOST_NAMED).map((pair) => pair.join('\u00a0×')).join(', ');
      if (list) told.push(word('ranking_weights') + ': ' + list + (named.length > MOST_NAMED ? ', …' : '.'));
      return told.join(' ');
    }

    /* Options of a command; one that ranks by what features weigh themselves has to name one of them. */
    function rankOptions(of, rows) {
      const words = of.profile ? ['--profile ' + of.profile] : [];
      for (const [id, weight] of of.weight) words.push('--weight ' + id + '=' + weight);
      if (words.length === 0 && rows.length) words.push('--weight ' + rows[0].id + '=' + rows[0].weight);
      return words;
    }

    /* All of it as a profile of a dataset; the reader's weight of a category outdoes what a profile says of its features. */
    function toYaml(of) {
      const own = profileOf(of.profile);
      const weights = new Map(own.weights.map(([id, , weight]) => [id, weight]));
      for (const [id, isWide] of ownList(of)) {
        if (isWide) for (const row of table.categoryById.get(id).rows) weights.delete(row.id);
      }
      for (const [id, , weight] of ownList(of)) weights.set(id, weight);
      const requirements = requirementsOf(of).map(({ id, isPartialEnough }) => (isPartialEnough ? '{feature: ' + yamlId(id) + ', at-least: partial}' : yamlId(id)));
      const taken = new Set(profiles.map((profile) => profile.id));
      let id = 'mine';
      for (let n = 2; taken.has(id); n++) id = 'mine-' + n;
      const lines = ['profiles:', '  - id: ' + id, '    name: ' + JSON.stringify(report.word('own_profile'))];
      if (requirements.length) lines.push('    require: [' + requirements.join(', ') + ']');
      if (weights.size) lines.push('    weights: {' + Array.from(weights, ([name, weight]) => yamlId(name) + ': ' + weight).join(', ') + '}');
      if (own.without.length) lines.push('    without: [' + own.without.map((i) => yamlId(table.products[i].id)).join(', ') + ']');
      if (own.partial !== '0.5') lines.push('    partial: ' + own.partial);
      return lines.join('\n') + '\n';
    }

    Object.assign(report, { profiles, featureOf, nameOf, profileOf, weightsOf, givenWeights, requirementsOf, initialNeeds, rank, basis, rankOptions, toYaml });
  };

  Object.assign(parts, { weightOf, needOf, needText, isMet, ENOUGH });
})();
