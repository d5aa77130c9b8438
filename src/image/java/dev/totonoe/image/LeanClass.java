package dev.totonoe.image;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/// A class as the images have it: without what only a debugger shows, and never so old that the
/// JVM's ahead-of-time cache refuses it.
final class LeanClass {
  /// Older classes have no frames of the stack; the cache takes none of them.
  private static final int FIRST_WITH_FRAMES = Opcodes.V1_6;

  private static final int VERSION = Opcodes.V1_8;

  private LeanClass() {}

  /// A class without the names of local variables. Names of parameters that a compiler was asked to
  /// keep stay, and so do lines of stack traces. An old class becomes one of Java 8.
  ///
  /// @param classes finds the classes of its jar; nothing in them is executed
  static byte[] of(byte[] classFile, ClassLoader classes) {
    ClassReader reader = new ClassReader(classFile);
    if (major(reader.readInt(4)) >= FIRST_WITH_FRAMES) {
      return copy(reader, new ClassWriter(0), 0);
    }
    try {
      return copy(reader, new FrameWriter(classes), ClassReader.SKIP_FRAMES);
    } catch (TypeNotPresentException e) {
      // It speaks of a class that is not in its jar: it stays as it is.
      return classFile;
    }
  }

  /// The other half of a version is the minor one.
  private static int major(int version) {
    return version & 0xffff;
  }

  private static byte[] copy(ClassReader reader, ClassWriter writer, int options) {
    reader.accept(new WithoutVariables(writer), options);
    return writer.toByteArray();
  }

  private static final class FrameWriter extends ClassWriter {
    private final ClassLoader classes;

    FrameWriter(ClassLoader classes) {
      super(COMPUTE_FRAMES);
      this.classes = classes;
    }

    @Override
    protected ClassLoader getClassLoader() {
      return classes;
    }
  }

  private static final class WithoutVariables extends ClassVisitor {
    WithoutVariables(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      int now = major(version) < FIRST_WITH_FRAMES ? VERSION : version;
      super.visit(now, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(
          Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
        @Override
        public void visitLocalVariable(
            String variable,
            String type,
            @Nullable String typeSignature,
            Label start,
            Label end,
            int index) {}
      };
    }
  }
}
