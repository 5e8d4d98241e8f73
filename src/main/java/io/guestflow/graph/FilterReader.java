package io.guestflow.graph;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Condition.Comparison;
import io.guestflow.guest.Condition.Part;
import io.guestflow.guest.Refused;
import java.util.List;
import java.util.Map;
import org.apache.olingo.commons.api.edm.EdmEnumType;
import org.apache.olingo.commons.api.edm.EdmType;
import org.apache.olingo.commons.api.ex.ODataException;
import org.apache.olingo.server.api.ODataApplicationException;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.UriResourceKind;
import org.apache.olingo.server.api.uri.UriResourceLambdaAny;
import org.apache.olingo.server.api.uri.queryoption.expression.BinaryOperatorKind;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.api.uri.queryoption.expression.ExpressionVisitException;
import org.apache.olingo.server.api.uri.queryoption.expression.ExpressionVisitor;
import org.apache.olingo.server.api.uri.queryoption.expression.Literal;
import org.apache.olingo.server.api.uri.queryoption.expression.Member;
import org.apache.olingo.server.api.uri.queryoption.expression.MethodKind;
import org.apache.olingo.server.api.uri.queryoption.expression.UnaryOperatorKind;

/** Turns a parsed filter into a condition. */
class FilterReader implements ExpressionVisitor<Operand> {

    private static final Map<BinaryOperatorKind, Comparison> COMPARISONS = Map.of(BinaryOperatorKind.EQ, Comparison.EQUAL,
            BinaryOperatorKind.NE, Comparison.NOT_EQUAL, BinaryOperatorKind.GT, Comparison.GREATER,
            BinaryOperatorKind.GE, Comparison.GREATER_OR_EQUAL, BinaryOperatorKind.LT, Comparison.LESS,
            BinaryOperatorKind.LE, Comparison.LESS_OR_EQUAL);
    private static final Map<MethodKind, Part> PARTS = Map.of(MethodKind.STARTSWITH, Part.START, MethodKind.ENDSWITH, Part.END,
            MethodKind.CONTAINS, Part.ANYWHERE);

    private final boolean ofItems;

    private FilterReader(boolean ofItems) {
        this.ofItems = ofItems;
    }

    static Condition condition(Expression filter) throws ODataException {
        return filter.accept(new FilterReader(false)).condition();
    }

    @Override
    public Operand visitBinaryOperator(BinaryOperatorKind operator, Operand left, Operand right) {
        if (operator == BinaryOperatorKind.AND) {
            return new Operand.Test(left.condition().and(right.condition()));
        }
        if (operator == BinaryOperatorKind.OR) {
            return new Operand.Test(left.condition().or(right.condition()));
        }
        Comparison comparison = COMPARISONS.get(operator);
        if (comparison == null) {
            throw new UnsupportedOption(operator.toString());
        }
        return left instanceof Operand.Value value ? right.compared(comparison.mirrored(), value) : left.compared(comparison, right);
    }

    @Override
    public Operand visitBinaryOperator(BinaryOperatorKind in, Operand left, List<Operand> right) {
        return new Operand.Test(new Condition.OneOf(left.property(), right.stream().map(Operand::value).toList()));
    }

    @Override
    public Operand visitUnaryOperator(UnaryOperatorKind operator, Operand operand) {
        if (operator != UnaryOperatorKind.NOT) {
            throw new UnsupportedOption(operator.toString());
        }
        return new Operand.Test(new Condition.Not(operand.condition()));
    }

    @Override
    public Operand visitMethodCall(MethodKind method, List<Operand> operands) {
        Part part = PARTS.get(method);
        if (part == null) {
            throw new UnsupportedOption(method.toString());
        }
        if (!(operands.get(1).value() instanceof String text)) {
            throw new Refused("$filter", "wrong-type", "Only texts have parts.");
        }
        return new Operand.Test(new Condition.Matches(operands.get(0).property(), part, text));
    }

    @Override
    public Operand visitMember(Member member) throws ExpressionVisitException, ODataApplicationException {
        List<UriResource> steps = member.getResourcePath().getUriResourceParts();
        if (ofItems != (steps.get(0).getKind() == UriResourceKind.lambdaVariable)) {
            throw new Refused("$filter", "unknown-property", "Inside of any(x:...), conditions are about x.");
        }
        UriResource last = steps.get(steps.size() - 1);
        if (!(last instanceof UriResourceLambdaAny any)) {
            return new Operand.Property(Path.of(member));
        }
        Condition item = any.getExpression() == null ? Condition.NONE : any.getExpression().accept(new FilterReader(true)).condition();
        return new Operand.Test(new Condition.Has(Path.of(steps.subList(0, steps.size() - 1)), item));
    }

    @Override
    public Operand visitLiteral(Literal literal) {
        return Operand.Value.of(literal);
    }

    @Override
    public Operand visitLambdaExpression(String function, String variable, Expression expression) {
        throw new UnsupportedOption(function);
    }

    @Override
    public Operand visitAlias(String name) {
        throw new UnsupportedOption("@");
    }

    @Override
    public Operand visitTypeLiteral(EdmType type) {
        throw new UnsupportedOption("cast");
    }

    @Override
    public Operand visitLambdaReference(String variable) {
        throw new UnsupportedOption("any");
    }

    @Override
    public Operand visitEnum(EdmEnumType type, List<String> values) {
        throw new UnsupportedOption("enum");
    }
}
