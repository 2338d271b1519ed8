// Checks questions against the portal's schema by the reference implementation of GraphQL (graphql-js, MIT licence): the query text, and
// the variables against the types that it declares. Argument: the schema's file; on stdin a JSON list of { query, variables }.
// Prints one line of JSON: for each question what is wrong with it.
const { readFileSync } = require('fs');
const { buildSchema, getVariableValues, parse, validate } = require('graphql');

const schema = buildSchema(readFileSync(process.argv[2], 'utf8'));

function faults({ query, variables }) {
  try {
    const document = parse(query);
    const inText = validate(schema, document);
    const declared = document.definitions[0].variableDefinitions;
    const unknown = Object.keys(variables).filter(name => !declared.some(variable => variable.variable.name.value === name));
    const inVariables = inText.length ? [] : getVariableValues(schema, declared, variables).errors ?? [];
    return [...inText, ...inVariables].map(error => error.message).concat(unknown.map(name => `nobody declares $${name}`));
  } catch (error) {
    return [error.message];
  }
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(faults)));
