package org.rxtwin.twin.model;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.DADD;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DASTORE;
import static org.objectweb.asm.Opcodes.DCMPG;
import static org.objectweb.asm.Opcodes.DCMPL;
import static org.objectweb.asm.Opcodes.DCONST_0;
import static org.objectweb.asm.Opcodes.DCONST_1;
import static org.objectweb.asm.Opcodes.DDIV;
import static org.objectweb.asm.Opcodes.DMUL;
import static org.objectweb.asm.Opcodes.DNEG;
import static org.objectweb.asm.Opcodes.DSUB;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFGE;
import static org.objectweb.asm.Opcodes.IFGT;
import static org.objectweb.asm.Opcodes.IFLE;
import static org.objectweb.asm.Opcodes.IFLT;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.rxtwin.twin.model.Expression.Binary;
import org.rxtwin.twin.model.Expression.Call;
import org.rxtwin.twin.model.Expression.Choice;
import org.rxtwin.twin.model.Expression.Literal;
import org.rxtwin.twin.model.Expression.Name;
import org.rxtwin.twin.model.Expression.Negated;
import org.rxtwin.twin.model.Expression.Operator;

/**
 * Writes a list of assignments as one hidden class. The only instructions it knows are arithmetic
 * on doubles, loads and stores of the slot array and calls into {@code FastMath}; a model file has
 * no way to name anything else.
 */
final class ProgramWriter {
  private static final String FAST_MATH = "org/hipparchus/util/FastMath";

  private final Map<String, Integer> slots;
  private final MethodVisitor code;

  private ProgramWriter(Map<String, Integer> slots, MethodVisitor code) {
    this.slots = slots;
    this.code = code;
  }

  /** Compiles {@code assignments}; every name in them must be a key of {@code slots}. */
  static Program compile(String where, List<Assignment> assignments, Map<String, Integer> slots) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_FRAMES | ClassWriter.COMPUTE_MAXS);
    type.visit(
        V17,
        ACC_PUBLIC | ACC_FINAL,
        "org/rxtwin/twin/model/Arithmetic",
        null,
        "java/lang/Object",
        new String[] {"org/rxtwin/twin/model/Program"});
    constructor(type);
    MethodVisitor run = type.visitMethod(ACC_PUBLIC, "run", "([D)V", null, null);
    run.visitCode();
    ProgramWriter writer = new ProgramWriter(slots, run);
    assignments.forEach(writer::assign);
    run.visitInsn(RETURN);
    run.visitMaxs(0, 0);
    run.visitEnd();
    type.visitEnd();
    return load(where, type);
  }

  private static void constructor(ClassWriter type) {
    MethodVisitor init = type.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    init.visitCode();
    init.visitVarInsn(ALOAD, 0);
    init.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    init.visitInsn(RETURN);
    init.visitMaxs(0, 0);
    init.visitEnd();
  }

  private static Program load(String where, ClassWriter type) {
    try {
      Class<?> hidden =
          MethodHandles.lookup().defineHiddenClass(type.toByteArray(), true).lookupClass();
      return (Program) hidden.getConstructor().newInstance();
    } catch (MethodTooLargeException e) {
      throw new ModelProblem(where, "too many operations in one model", "make the model smaller");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a compiled model could not be loaded", e);
    }
  }

  private void assign(Assignment assignment) {
    code.visitVarInsn(ALOAD, 1);
    code.visitLdcInsn(assignment.slot());
    push(assignment.expression());
    code.visitInsn(DASTORE);
  }

  private void push(Expression expression) {
    if (expression instanceof Literal n) {
      code.visitLdcInsn(n.value());
    } else if (expression instanceof Name n) {
      code.visitVarInsn(ALOAD, 1);
      code.visitLdcInsn(java.util.Objects.requireNonNull(slots.get(n.name())));
      code.visitInsn(DALOAD);
    } else if (expression instanceof Negated n) {
      push(n.of());
      code.visitInsn(DNEG);
    } else if (expression instanceof Binary b) {
      push(b.left());
      push(b.right());
      operate(b.operator());
    } else if (expression instanceof Call c) {
      c.arguments().forEach(this::push);
      String shape = c.function().arity() == 1 ? "(D)D" : "(DD)D";
      code.visitMethodInsn(INVOKESTATIC, FAST_MATH, c.function().word(), shape, false);
    } else if (expression instanceof Choice c) {
      choose(c);
    }
  }

  private void operate(Operator operator) {
    switch (operator) {
      case ADD -> code.visitInsn(DADD);
      case SUBTRACT -> code.visitInsn(DSUB);
      case MULTIPLY -> code.visitInsn(DMUL);
      case DIVIDE -> code.visitInsn(DDIV);
      case POWER -> code.visitMethodInsn(INVOKESTATIC, FAST_MATH, "pow", "(DD)D", false);
      // The comparison instruction is chosen so that NaN makes every comparison but != false.
      case LESS -> compare(DCMPG, IFLT);
      case LESS_OR_EQUAL -> compare(DCMPG, IFLE);
      case GREATER -> compare(DCMPL, IFGT);
      case GREATER_OR_EQUAL -> compare(DCMPL, IFGE);
      case EQUAL -> compare(DCMPL, IFEQ);
      case NOT_EQUAL -> compare(DCMPL, IFNE);
    }
  }

  private void compare(int comparison, int jump) {
    Label yes = new Label();
    Label end = new Label();
    code.visitInsn(comparison);
    code.visitJumpInsn(jump, yes);
    code.visitInsn(DCONST_0);
    code.visitJumpInsn(GOTO, end);
    code.visitLabel(yes);
    code.visitInsn(DCONST_1);
    code.visitLabel(end);
  }

  private void choose(Choice choice) {
    Label no = new Label();
    Label end = new Label();
    push(choice.condition());
    code.visitInsn(DCONST_0);
    code.visitInsn(DCMPL);
    code.visitJumpInsn(IFEQ, no);
    push(choice.yes());
    code.visitJumpInsn(GOTO, end);
    code.visitLabel(no);
    push(choice.no());
    code.visitLabel(end);
  }
}
