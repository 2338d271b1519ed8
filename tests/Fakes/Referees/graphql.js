// The reference implementation of GraphQL (graphql-js, MIT licence). Reads { schema, cases: [{ query, variables }] } from the standard
// input; prints one line of JSON: the schema's own faults, and for each case the message of its first fault, or null.
const { buildSchema, validateSchema, parse, validate, execute } = require('graphql');

const { schema: text, cases } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const schema = buildSchema(text);
const faultOf = ({ query, variables }) => {
  try {
    const document = parse(query);
    const faults = validate(schema, document);
    if (faults.length > 0) return faults[0].message;
    const { errors } = execute({ schema, document, variableValues: variables ?? {} });
    return errors ? errors[0].message : null;
  } catch (fault) {
    return fault.message;
  }
};
console.log(JSON.stringify({ schema: validateSchema(schema).map(fault => fault.message), faults: cases.map(faultOf) }));
